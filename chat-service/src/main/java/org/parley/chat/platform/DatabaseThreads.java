package org.parley.chat.platform;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Reads the database, and asks who people are, for those who wait on the container's threads, or
 * have none. Threads of its own: were it the container's, all of them could wait for a task that
 * finds none left. What runs here must not wait for another task of it.
 */
@ApplicationScoped
public class DatabaseThreads implements Executor {

  /**
   * With the log's four lanes, up to six {@link EntranceThreads} and two for what people have read,
   * most of the pool of 20 connections; the rest is for REST.
   */
  private static final int THREADS = 6;

  /** A read takes some milliseconds: beyond this nobody would wait long enough. */
  private static final int MAX_WAITING = 5_000;

  @Resource private ManagedThreadFactory threads;

  @Resource private ContextService contexts;

  private ThreadPoolExecutor pool;
  private Executor inApplication;

  void open(@Observes Startup startup) {
    // Each task begins without what the thread did before, or JPA would find its connections.
    inApplication = contexts.currentContextExecutor();
    pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.MILLISECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
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

  @PreDestroy
  void close() {
    pool.shutdownNow();
  }
}
