package org.parley.chat.platform;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * So many of the container's threads for one purpose, with a queue before them. Each task begins in
 * the application's context and without what the thread did before, or JPA would find its
 * connections.
 */
final class ApplicationThreads implements Executor, AutoCloseable {

  private final Executor inApplication;
  private final ThreadPoolExecutor pool;

  /**
   * Called while the application starts, whose context the tasks get.
   *
   * @param number how many tasks run at once
   * @param mostWaiting how many wait; more are refused
   */
  ApplicationThreads(
      ManagedThreadFactory threads, ContextService contexts, int number, int mostWaiting) {
    inApplication = contexts.currentContextExecutor();
    pool =
        new ThreadPoolExecutor(
            number,
            number,
            0,
            TimeUnit.MILLISECONDS,
            new ArrayBlockingQueue<>(mostWaiting),
            threads);
  }

  /**
   * Runs the task soon. Returns at once.
   *
   * @throws RejectedExecutionException when too many wait already, or the application stops
   */
  @Override
  public void execute(Runnable task) {
    pool.execute(() -> inApplication.execute(task));
  }

  /** How many tasks wait for a thread. */
  int waiting() {
    return pool.getQueue().size();
  }

  /** What waits is not run any more. */
  @Override
  public void close() {
    pool.shutdownNow();
  }
}
