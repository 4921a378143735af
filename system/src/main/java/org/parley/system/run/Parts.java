package org.parley.system.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.parley.system.process.Part;
import org.parley.system.settings.StartProblem;

/**
 * What was started, in order. A part is noted before it is started, so a stop in the middle of a
 * start finds it; after the first {@link #stop} none is added.
 */
final class Parts {

  private final Progress progress;
  private final List<List<Part>> started = new ArrayList<>();
  private boolean stopping;

  Parts(Progress progress) {
    this.progress = progress;
  }

  /** Starts these at the same time and returns when all have started. */
  void start(List<? extends Part> together) {
    synchronized (this) {
      if (stopping) {
        throw new StartProblem("The system was stopped before it was ready.");
      }
      started.add(List.copyOf(together));
    }
    forEach(together, Part::start);
  }

  /** Starts this in the place of the one of the same name, which is ended if it has not ended. */
  void startAgain(Part fresh) {
    replace(fresh).stop();
    fresh.start();
  }

  private synchronized Part replace(Part fresh) {
    if (stopping) {
      throw new StartProblem("The system is being stopped.");
    }
    Part old =
        started.stream()
            .flatMap(List::stream)
            .filter(part -> part.name().equals(fresh.name()))
            .findFirst()
            .orElseThrow();
    started.replaceAll(
        together -> together.stream().map(part -> part.equals(old) ? fresh : part).toList());
    return old;
  }

  synchronized boolean isStopping() {
    return stopping;
  }

  /** Stops what was started together together, the last first. */
  void stop() {
    synchronized (this) {
      stopping = true;
    }
    for (List<Part> together = next(); together != null; together = next()) {
      forEach(
          together,
          part -> {
            part.stop();
            progress.line(part.name() + " stopped");
          });
    }
  }

  private synchronized @Nullable List<Part> next() {
    return started.isEmpty() ? null : started.removeLast();
  }

  private interface Step {
    void take(Part part);
  }

  private static void forEach(List<? extends Part> parts, Step step) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture.allOf(
              parts.stream()
                  .map(part -> CompletableFuture.runAsync(() -> step.take(part), threads))
                  .toArray(CompletableFuture<?>[]::new))
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StartProblem problem) {
        throw problem;
      }
      throw e;
    }
  }
}
