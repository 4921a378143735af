package org.parley.users.audit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.parley.contract.log.LogContext;

/**
 * Writes down what anybody can fail at as often as they like, without letting them fill the disk:
 * of one kind at one account the first of a minute is an entry within a second, the others together
 * are one more when the minute ends. So are those of more accounts than {@value #MOST_ACCOUNTS} in
 * a minute, under no account. What was noted and not yet written is lost when the process dies.
 * Thread-safe; never throws.
 *
 * <p>Whoever fails waits for none of it: where an account is known and where it is not, the request
 * does the same, so that the time it takes tells nobody which it was.
 */
@ApplicationScoped
public class Failures {

  private static final Logger LOG = System.getLogger(Failures.class.getName());

  private static final Duration EVERY = Duration.ofMinutes(1);

  /** Soon enough for whoever watches the log, and an idle look at an empty queue otherwise. */
  private static final Duration WRITTEN_AFTER = Duration.ofSeconds(1);

  /** Ten times what the hashing of passwords lets through in a second, on eight cores. */
  static final int MOST_NOTED = 1_000;

  /** At most twice as many rows a minute: 60 MB a day, if somebody goes on all day. */
  static final int MOST_ACCOUNTS = 100;

  /** Stands for unknown names and for whoever is too many. */
  private static final long NOBODY = 0;

  private record Key(AuditKind kind, long userId) {}

  /** One of them, when it was, and the request it was made in. */
  private record Failure(Key key, Instant at, Provenance.From from, LogContext context) {}

  private final BlockingQueue<Failure> noted = new ArrayBlockingQueue<>(MOST_NOTED);
  private final Map<Key, Integer> repeats = new HashMap<>();
  private BiConsumer<AuditEvent, Instant> log;
  private InstantSource clock;
  private ManagedScheduledExecutorService scheduler;
  private final List<Future<?>> schedules = new ArrayList<>();

  protected Failures() {
    // For CDI's proxy.
  }

  @Inject
  Failures(Audit audit, Clock clock, ManagedScheduledExecutorService scheduler) {
    this(audit::record, clock);
    this.scheduler = scheduler;
  }

  /** Failures that are told to somebody else than the audit log. */
  Failures(BiConsumer<AuditEvent, Instant> log, InstantSource clock) {
    this(); // the rest is the container's
    this.log = log;
    this.clock = clock;
  }

  void start(@Observes Startup startup) {
    schedule(this::drain, WRITTEN_AFTER);
    schedule(this::flush, EVERY);
  }

  private void schedule(Runnable work, Duration every) {
    schedules.add(
        scheduler.scheduleWithFixedDelay(
            work, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS));
  }

  /**
   * Somebody failed, now.
   *
   * @param userId at whose account; 0 where there is no such account
   */
  public void note(AuditKind kind, long userId) {
    Key key = new Key(kind, userId);
    Failure failure = new Failure(key, clock.instant(), Provenance.current(), LogContext.current());
    if (!noted.offer(failure)) {
      count(new Key(kind, NOBODY));
    }
  }

  /** Writes down what was noted and is the first of its minute, and counts the rest. */
  void drain() {
    List<Failure> failures = new ArrayList<>();
    noted.drainTo(failures);
    failures.stream().filter(failure -> isFirst(failure.key())).forEach(this::write);
  }

  private synchronized boolean isFirst(Key key) {
    boolean first = !repeats.containsKey(key);
    if (first && repeats.size() < MOST_ACCOUNTS) {
      repeats.put(key, 0);
      return true;
    }
    count(first ? new Key(key.kind(), NOBODY) : key);
    return false;
  }

  private synchronized void count(Key key) {
    repeats.merge(key, 1, Integer::sum);
  }

  /** Ends the minute. */
  void flush() {
    Map<Key, Integer> ended;
    synchronized (this) {
      ended = Map.copyOf(repeats);
      repeats.clear();
    }
    ended.forEach(
        (key, times) -> {
          if (times > 0) {
            write(AuditEvent.to(key.userId(), key.kind(), times), clock.instant());
          }
        });
  }

  /** As if in its request: what is written tells where it came from, and when. */
  private void write(Failure failure) {
    AuditEvent event = AuditEvent.to(failure.key().userId(), failure.key().kind(), 1);
    Provenance.From from = failure.from();
    failure.context().begin();
    try {
      Provenance.within(from.address(), from.userAgent(), () -> write(event, failure.at()));
    } finally {
      LogContext.leave();
    }
  }

  private void write(AuditEvent event, Instant at) {
    try {
      log.accept(event, at);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the audit log lacks {0}: {1}", AuditLine.text(event), e.toString());
    }
  }

  @PreDestroy
  void stop() {
    if (!schedules.isEmpty()) {
      schedules.forEach(schedule -> schedule.cancel(false));
      drain();
      flush();
    }
  }
}
