package org.parley.system.process;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process: asks first, waits, then kills. */
public final class Ending {

  // After SIGKILL only the kernel has work left to do.
  private static final Duration AFTER_KILL = Duration.ofSeconds(5);

  private Ending() {}

  /** Sends SIGTERM, and SIGKILL to what is left after the wait. */
  public static void of(ProcessHandle process, Duration wait) {
    process.destroy();
    awaitOrKill(process, wait);
  }

  /** Waits for a process that was already asked to end, and kills it when the wait is over. */
  public static void awaitOrKill(ProcessHandle process, Duration wait) {
    if (!endsWithin(process, wait)) {
      process.destroyForcibly();
      endsWithin(process, AFTER_KILL);
    }
  }

  private static boolean endsWithin(ProcessHandle process, Duration wait) {
    try {
      process.onExit().get(wait.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
