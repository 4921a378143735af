package org.parley.chat.directory;

import static org.parley.contract.metric.Metrics.described;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.parley.chat.health.Degradation;
import org.parley.chat.health.Degradation.Dependency;
import org.parley.chat.identity.RevokedSessions;
import org.parley.contract.directory.v1.ListRevokedSessionsResponse;
import org.parley.contract.directory.v1.RevokedSession;
import org.parley.contract.rpc.Protos;

/**
 * Asks user-service once a second which sessions have ended, and tells {@link RevokedSessions}: a
 * session is known within two seconds of its logout, on every instance, with or without Redis.
 * While user-service is away nothing else changes; what it tells later includes what was missed.
 */
@ApplicationScoped
class RevocationPoll {

  /** Half of the two seconds; the other half is for the call and the closing. */
  private static final Duration EVERY = Duration.ofSeconds(1);

  /** No access token lives longer, so older ends matter to nobody; see PARLEY_ACCESS_TOKEN_TTL. */
  private static final Duration LONGEST_TOKEN = Duration.ofDays(1);

  /**
   * As long as a transaction of Open Liberty lasts at most (its default, 120 s). No longer, because
   * all of it is read again each second.
   */
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  /** The call to user-service; it throws when there is no answer. */
  interface Source {
    ListRevokedSessionsResponse after(Instant since, long sessionId);
  }

  private Source source;
  private RevokedSessions revoked;
  private Degradation degradation;
  private Clock clock;
  private MetricRegistry registry;
  private ManagedScheduledExecutorService scheduler;

  private final CallFailures failures = new CallFailures();
  private Future<?> asking;
  private DatedCursor cursor;
  private volatile Instant succeeded;

  RevocationPoll() {} // for the container's proxy

  @Inject
  RevocationPoll(
      DirectoryClient client,
      RevokedSessions revoked,
      Degradation degradation,
      MetricRegistry registry,
      ManagedScheduledExecutorService scheduler) {
    this(client::revokedSessions, revoked, degradation, Clock.systemUTC());
    this.registry = registry;
    this.scheduler = scheduler;
  }

  RevocationPoll(Source source, RevokedSessions revoked, Degradation degradation, Clock clock) {
    this();
    this.source = source;
    this.revoked = revoked;
    this.degradation = degradation;
    this.clock = clock;
    succeeded = clock.instant();
    cursor = new DatedCursor(succeeded.minus(LONGEST_TOKEN), OVERLAP, clock);
  }

  void start(@Observes Startup startup) {
    Gauge<Double> behind = () -> behind().toMillis() / 1_000.0;
    registry.gauge(
        described(
            "revocations_behind_seconds",
            "Since user-service last told which sessions have ended; sockets of later ones are still open."),
        behind,
        Gauge::getValue);
    asking =
        scheduler.scheduleWithFixedDelay(
            this::tick, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** How long ago user-service told last; since the start when it never did. */
  Duration behind() {
    return Duration.between(succeeded, clock.instant());
  }

  /** Asks once. Never throws: the scheduler would never call again. */
  void tick() {
    try {
      ask();
      succeeded = clock.instant();
      degradation.works(Dependency.USER_SERVICE);
      failures.end();
    } catch (RuntimeException e) {
      degradation.fails(Dependency.USER_SERVICE, CallFailures.sentence(e));
      failures.heardOf(e);
    }
  }

  private void ask() {
    cursor.read(last -> page(source.after(last.at(), last.id())), revoked::add);
  }

  private static DatedCursor.Page page(ListRevokedSessionsResponse answer) {
    return new DatedCursor.Page(
        answer.getSessionsList().stream()
            .map(one -> new DatedCursor.Dated(time(one), one.getSessionId()))
            .toList(),
        answer.getHasMore());
  }

  private static Instant time(RevokedSession session) {
    return Protos.instant(session.getRevokedAt())
        .orElseThrow(() -> new IllegalStateException("no time in " + session));
  }

  @PreDestroy
  void stop() {
    asking.cancel(false);
  }
}
