package org.parley.system.process;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends this program when the one that started it is gone: a killed Maven must not leave a system
 * behind.
 *
 * <p>Relies on the kernel giving an orphan another parent at once. {@link ProcessHandle#onExit} of
 * the parent would come late: it waits until somebody collects the dead parent's exit code.
 */
public final class ParentWatch {

  private static final long INIT = 1;
  private static final long EVERY_MILLIS = 500;

  private ParentWatch() {}

  public static void exitWhenParentDies() {
    long parent = parent();
    if (parent <= INIT) {
      // Started by the system itself, or orphaned on purpose: nobody to follow.
      return;
    }
    ScheduledExecutorService watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("parent-watch").unstarted(task));
    Future<?> unused =
        watch.scheduleWithFixedDelay(
            () -> {
              if (parent() != parent) {
                System.exit(0);
              }
            },
            EVERY_MILLIS,
            EVERY_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  private static long parent() {
    return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
  }
}
