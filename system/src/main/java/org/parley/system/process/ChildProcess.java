package org.parley.system.process;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.parley.system.settings.StartProblem;

/**
 * One program. It runs in a session of its own where the system can do that, so that Ctrl-C in a
 * terminal reaches only us and the parts end in our order.
 */
public final class ChildProcess implements Part {

  /**
   * Words in front of a command that give it a session of its own; none where there is no such
   * program.
   */
  static final List<String> OWN_SESSION = ownSession();

  private static final Duration POLL = Duration.ofMillis(50);

  private final Launch launch;
  private final Reaper reaper;
  private @Nullable Process process;
  private boolean stopped;

  public ChildProcess(Launch launch, Reaper reaper) {
    this.launch = launch;
    this.reaper = reaper;
  }

  @Override
  public String name() {
    return launch.name();
  }

  @Override
  public synchronized void start() {
    if (stopped) {
      throw new StartProblem(name() + " was stopped before it started.");
    }
    launch.log().begin();
    List<String> words = new ArrayList<>(OWN_SESSION);
    words.addAll(launch.words());
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    builder.directory(launch.folder().toFile());
    builder.redirectErrorStream(true).redirectOutput(launch.log().path().toFile());
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new StartProblem(name() + " could not be started: " + e.getMessage(), e);
    }
    long pid = process.pid();
    reaper.watch(pid);
    // At once: the number may go to a stranger.
    Future<Void> unused = process.onExit().thenRun(() -> reaper.forget(pid));
  }

  /**
   * The process id; setsid and Liberty's script replace themselves, so this is the program's own.
   */
  public synchronized long pid() {
    return current().pid();
  }

  /**
   * Returns as soon as the program is ready, which is asked for again and again.
   *
   * @throws StartProblem when it ends instead, or takes longer than the limit
   */
  public void awaitReady(BooleanSupplier ready, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      while (!ready.getAsBoolean()) {
        if (endsWithin(POLL)) {
          throw diedProblem();
        }
        if (System.nanoTime() > deadline) {
          throw lateProblem(limit);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartProblem("The start was interrupted.", e);
    }
  }

  /** Waits for the end, at most so long; says whether it has come. */
  public boolean endsWithin(Duration wait) throws InterruptedException {
    return current().waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Completes with the exit code. */
  public CompletableFuture<Integer> onExit() {
    return current().onExit().thenApply(Process::exitValue);
  }

  /** What to say when the program ended although nobody asked it to. */
  public StartProblem diedProblem() {
    return new StartProblem(
        name()
            + " ended by itself (exit code "
            + current().exitValue()
            + ") while the system was starting. "
            + launch.log().tail());
  }

  /** Whether its log says this by now. */
  public boolean hasLogged(String text) {
    return launch.log().contains(text);
  }

  /** What to say when the program lives, but says itself that it cannot do its work. */
  public StartProblem uselessProblem() {
    return new StartProblem(
        name() + " runs, but its application could not start. " + launch.log().tail());
  }

  /** What to say when the program lives, but does not come to the point. */
  public StartProblem lateProblem(Duration wait) {
    return new StartProblem(
        name()
            + " was not ready after "
            + wait.toSeconds()
            + " s: give it longer with PARLEY_READY_TIMEOUT (such as PT300S), "
            + "or see what holds it up. "
            + launch.log().tail());
  }

  @Override
  public void stop() {
    Process started;
    synchronized (this) {
      stopped = true;
      started = process;
    }
    if (started == null) {
      return;
    }
    Ending.of(started.toHandle(), STOP_TIMEOUT);
  }

  private synchronized Process current() {
    return requireNonNull(process, "asked before it was started");
  }

  private static List<String> ownSession() {
    return Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of();
  }
}
