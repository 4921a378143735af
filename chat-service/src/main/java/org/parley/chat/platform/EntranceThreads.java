package org.parley.chat.platform;

import static org.parley.contract.metric.Metrics.described;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Brings people into rooms, a few at a time and in the order in which they came. Ten thousand who
 * come back at once wait here, and not on the container's threads, where everybody's messages would
 * wait behind them. See docs/decisions/0020.
 *
 * <p>No JPA here: a task finds what the thread did before.
 */
@ApplicationScoped
public class EntranceThreads implements Executor {

  /** Half of its time each waits for the database; more would only take the others' cores. */
  private static final int THREADS_A_CORE = 2;

  /** See {@link DatabaseThreads}. */
  private static final int MOST_THREADS = 6;

  /** A socket has one task here at most, until it is closed and the next one comes. */
  private static final int MAX_WAITING = 100_000;

  @Resource private ManagedThreadFactory threads;

  @Inject private MetricRegistry registry;

  private ThreadPoolExecutor pool;

  void open(@Observes Startup startup) {
    int number =
        Math.min(THREADS_A_CORE * Runtime.getRuntime().availableProcessors(), MOST_THREADS);
    pool =
        new ThreadPoolExecutor(
            number,
            number,
            0,
            TimeUnit.MILLISECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            threads);
    Gauge<Integer> waiting = pool.getQueue()::size;
    registry.gauge(
        described("room_entrances_waiting", "Sockets that wait to be let into a room."),
        waiting,
        Gauge::getValue);
  }

  /**
   * Runs the task soon. Returns at once.
   *
   * @throws RejectedExecutionException when too many wait, or the application stops
   */
  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  @PreDestroy
  void close() {
    pool.shutdownNow();
  }
}
