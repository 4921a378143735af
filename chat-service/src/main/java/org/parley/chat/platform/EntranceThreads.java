package org.parley.chat.platform;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Lets people in: checks their tokens and brings them into rooms, a few at a time and in the order
 * in which they came. Ten thousand who come back at once wait here, and not on the container's
 * threads, where everybody's messages would wait behind them. See docs/decisions/0020.
 */
@ApplicationScoped
public class EntranceThreads {

  /** Checking a signature only computes: more threads would take the others' cores. */
  private static final int AUTHENTICATING = 2;

  /** Each waits for the database half of its time; see also {@link DatabaseThreads}. */
  private static final int ENTERING = 6;

  /** A socket has one task here at most, until it is closed and the next one comes. */
  private static final int MAX_WAITING = 100_000;

  @Resource private ManagedThreadFactory threads;

  @Resource private ContextService contexts;

  @Inject private MetricRegistry registry;

  private ApplicationThreads authenticating;
  private ApplicationThreads entering;

  void open(@Observes Startup startup) {
    authenticating = new ApplicationThreads(threads, contexts, AUTHENTICATING, MAX_WAITING);
    entering = new ApplicationThreads(threads, contexts, ENTERING, MAX_WAITING);
    register("socket", authenticating);
    register("room", entering);
  }

  private void register(String entrance, ApplicationThreads pool) {
    Gauge<Integer> waiting = pool::waiting;
    registry.gauge(
        Metadata.builder()
            .withName("entrances_waiting")
            .withDescription(
                "Sockets that wait to be authenticated (socket), or let into a room (room).")
            .build(),
        waiting,
        Gauge::getValue,
        new Tag("entrance", entrance));
  }

  /**
   * For what says who somebody is: it asks nobody but, now and then, for keys. Throws {@link
   * RejectedExecutionException} when too many wait, or the application stops.
   */
  public Executor authenticating() {
    return authenticating;
  }

  /** The same, for what brings somebody into a room: it asks the database. */
  public Executor entering() {
    return entering;
  }

  @PreDestroy
  void close() {
    authenticating.close();
    entering.close();
  }
}
