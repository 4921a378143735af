package org.parley.chat.reading;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Stores what people say they have read, a little later and in the order in which they said it.
 * Threads of its own: every reader of a busy room says it at once, and what others wait for, a room
 * that is opened or a gap that is filled, must not wait behind that.
 *
 * <p>No JPA here: a task finds what the thread did before.
 */
@ApplicationScoped
class ReadingThreads {

  /** Who scrolls says it several times in it; on another device nobody sees the difference. */
  static final Duration DELAY = Duration.ofMillis(500);

  /** Nobody waits for it at a screen, so it may take two of the pool of 20 connections. */
  private static final int THREADS = 2;

  /** A mark takes one or two milliseconds: beyond this it would take longer than REST waits. */
  static final int MAX_WAITING = 5_000;

  @Resource private ManagedThreadFactory threads;

  private ScheduledThreadPoolExecutor pool;

  void open(@Observes Startup startup) {
    open(threads);
  }

  void open(ThreadFactory factory) {
    pool = new ScheduledThreadPoolExecutor(THREADS, factory);
  }

  /**
   * Runs the task after {@link #DELAY}. Returns at once.
   *
   * @throws RejectedExecutionException when about {@link #MAX_WAITING} wait already, or the
   *     application stops
   */
  void later(Runnable task) {
    if (pool.getQueue().size() >= MAX_WAITING) {
      throw new RejectedExecutionException(MAX_WAITING + " wait");
    }
    Future<?> unused = pool.schedule(task, DELAY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What waits is lost, and was not answered either. */
  @PreDestroy
  void close() {
    pool.shutdownNow();
  }
}
