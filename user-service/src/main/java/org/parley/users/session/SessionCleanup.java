package org.parley.users.session;

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
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Deletes refresh tokens that have expired and sessions that are long dead, on every instance: two
 * at once pass over each other's rows. What is left over goes the next time.
 */
@ApplicationScoped
class SessionCleanup {

  private static final Logger LOG = System.getLogger(SessionCleanup.class.getName());

  private static final Duration EVERY = Duration.ofHours(1);

  /** Once the server has started, and with as much at random: a roll starts several. */
  private static final Duration FIRST_AFTER = Duration.ofMinutes(5);

  /** A transaction of some milliseconds, which nobody waits for. */
  static final int BATCH = 1_000;

  /** More than ten thousand people leave behind in an hour, and some seconds at worst. */
  static final int MOST_BATCHES = 100;

  private RefreshTokens tokens;
  private Sessions sessions;
  private ManagedScheduledExecutorService scheduler;
  private @Nullable Future<?> schedule;

  protected SessionCleanup() {
    // For CDI's proxy.
  }

  @Inject
  SessionCleanup(
      RefreshTokens tokens, Sessions sessions, ManagedScheduledExecutorService scheduler) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.scheduler = scheduler;
  }

  void start(@Observes Startup startup) {
    long shift = ThreadLocalRandom.current().nextLong(FIRST_AFTER.toMillis());
    schedule =
        scheduler.scheduleWithFixedDelay(
            this::run, FIRST_AFTER.toMillis() + shift, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Never throws: a schedule that does would be its last. */
  void run() {
    try {
      inBatches(tokens::deleteExpired);
      inBatches(sessions::deleteDead);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "old sessions stay for another hour: {0}", e.toString());
    }
  }

  /** In as many transactions as it takes, and a hundred at most. */
  static void inBatches(IntUnaryOperator deleted) {
    int batches = 1;
    while (deleted.applyAsInt(BATCH) == BATCH && batches < MOST_BATCHES) {
      batches++;
    }
  }

  @PreDestroy
  void stop() {
    if (schedule != null) {
      schedule.cancel(false);
    }
  }
}
