package org.parley.chat.drain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parley.chat.health.Draining;
import org.parley.chat.log.MessageLog;
import org.parley.chat.presence.Arrivals;

/**
 * The story of an orderly end: let nobody new in → send everybody to the other instances, spread
 * over a while in which they may go on talking → take no more → finish what was taken → close.
 *
 * <p>Takes 18 s at most. What does not fit in is safe all the same: who is cut off resumes
 * elsewhere, as after a crash.
 */
@ApplicationScoped
class Drain {

  private static final Logger LOG = System.getLogger(Drain.class.getName());

  /** What was taken is committed in milliseconds, unless PostgreSQL is stuck. */
  private static final Duration COMMITS = Duration.ofSeconds(3);

  private Draining draining;
  private Arrivals arrivals;
  private Departures departures;
  private MessageLog log;

  private boolean over;

  Drain() {} // for the container's proxy

  @Inject
  Drain(Draining draining, Arrivals arrivals, Departures departures, MessageLog log) {
    this(); // the container's proxy takes nothing
    this.draining = draining;
    this.arrivals = arrivals;
    this.departures = departures;
    this.log = log;
  }

  /** Returns when it is over; whoever comes second waits for the first. */
  synchronized void run() {
    if (over) {
      return;
    }
    over = true;
    long begin = System.nanoTime();
    LOG.log(Level.INFO, "draining: no new sockets, those that are open go to other instances");
    arrivals.handOver(); // before the first of them goes
    step(draining::begin);
    Departures.Outcome outcome = departures.sendAway();
    step(this::finish);
    departures.closeTheRest();
    LOG.log(
        Level.INFO,
        "drained in {0} ms: of {1} sockets {2} went by themselves",
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin),
        outcome.sockets(),
        outcome.wentByThemselves());
  }

  /** What goes wrong with one must not keep the others from happening. */
  private static void step(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a part of the drain failed", e);
    }
  }

  private void finish() {
    try {
      log.finish().get(COMMITS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.log(
          Level.WARNING,
          "PostgreSQL did not store what was taken within {0} s; it is not acknowledged",
          COMMITS.toSeconds());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e); // a lane's end has no failure
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
