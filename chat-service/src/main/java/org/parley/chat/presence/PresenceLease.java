package org.parley.chat.presence;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.chat.cluster.PresenceRegister;
import org.parley.chat.cluster.PresenceRegister.Lease;

/**
 * Keeps this instance's presences alive in Redis, catches up with what Redis was not told, and ends
 * the presences of instances that died: no ghost lives longer than a lease and two renewals.
 */
@ApplicationScoped
class PresenceLease {

  private static final Logger LOG = System.getLogger(PresenceLease.class.getName());

  /** How often Redis is asked while it does not answer. */
  private static final Duration TICK = Duration.ofSeconds(1);

  /** Ticks between two renewals while it does: six in a lease. */
  private static final int RENEWAL = 5;

  private PresenceRegister register;
  private Attendance attendance;
  private ComingsAndGoings others;
  private ManagedScheduledExecutorService scheduler;

  private Future<?> ticking;
  private long ticks;
  private volatile boolean inTouch;
  private volatile long inTouchSinceNanos;

  PresenceLease() {} // for the container's proxy

  @Inject
  PresenceLease(
      PresenceRegister register,
      Attendance attendance,
      ComingsAndGoings others,
      ManagedScheduledExecutorService scheduler) {
    this(); // the container's proxy takes nothing
    this.register = register;
    this.attendance = attendance;
    this.others = others;
    this.scheduler = scheduler;
  }

  void start(@Observes Startup startup) {
    ticking =
        scheduler.scheduleWithFixedDelay(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  void tick() {
    try {
      if (!inTouch || ++ticks % RENEWAL == 0) {
        look();
      }
    } catch (RuntimeException e) {
      // The scheduler would never call again, and everybody here would seem to have left.
      LOG.log(Level.ERROR, "the lease of this instance's presences could not be renewed", e);
    }
  }

  private void look() {
    Lease lease = register.renew();
    if (lease == Lease.UNKNOWN) {
      lostTouch();
      return;
    }
    if (!inTouch || lease == Lease.NEW) {
      inTouchSinceNanos = System.nanoTime();
    }
    inTouch = true;
    if (lease == Lease.NEW) {
      attendance.forgotten();
    }
    attendance.inTouch(true);
    if (!attendance.resolve(others::came, others::went)) {
      lostTouch();
    } else if (System.nanoTime() - inTouchSinceNanos > register.lease().toNanos()) {
      endTheDead();
    }
  }

  private void lostTouch() {
    inTouch = false;
    attendance.inTouch(false);
    attendance.boundUnresolved();
  }

  private void endTheDead() {
    AtomicInteger gone = new AtomicInteger();
    register.endTheDead(
        who -> {
          others.went(who);
          gone.incrementAndGet();
        });
    if (gone.get() > 0) {
      LOG.log(
          Level.WARNING,
          "{0} people left a room with an instance that has died, and did not come back",
          gone);
    }
  }

  @PreDestroy
  void stop() {
    ticking.cancel(false);
  }
}
