package org.parley.chat.directory;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.parley.chat.health.Degradation;
import org.parley.chat.identity.RevokedSessions;
import org.parley.contract.directory.v1.ListRevokedSessionsResponse;
import org.parley.contract.directory.v1.RevokedSession;
import org.parley.contract.rpc.Protos;

class RevocationPollTest {

  private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");

  private final UserService users = new UserService();
  private Instant now = START;
  private final SteppedClock clock = new SteppedClock(() -> now);
  private final List<Set<Long>> told = new ArrayList<>();
  private final RevokedSessions revoked =
      new RevokedSessions(event -> told.add(event.sessionIds()));
  private final RevocationPoll poll = new RevocationPoll(users, revoked, new Degradation(), clock);

  @Test
  void tellsOfEachSessionOnce() {
    users.revoke(1, START);
    poll.tick();
    users.revoke(2, START.plus(1, SECONDS));
    poll.tick();
    poll.tick();
    assertThat(told).containsExactly(Set.of(1L), Set.of(2L));
  }

  @Test
  void beginsWithAllThatAnAccessTokenMayOutlive() {
    users.revoke(1, START.minus(23, HOURS));
    users.revoke(2, START.minus(25, HOURS));
    poll.tick();
    assertThat(told).containsExactly(Set.of(1L));
  }

  @Test
  void readsPageAfterPage() {
    users.pageSize = 2;
    for (long id = 1; id <= 3; id++) {
      users.revoke(id, START);
    }
    poll.tick();
    assertThat(told).containsExactly(Set.of(1L, 2L), Set.of(3L));
  }

  @Test
  void findsWhatWasCommittedBehindOthers() {
    users.revoke(1, START);
    poll.tick();
    users.revoke(2, START.minus(119, SECONDS));
    poll.tick();
    assertThat(told).containsExactly(Set.of(1L), Set.of(2L));
  }

  @Test
  void goesOnWhenUserServiceIsBack() {
    poll.tick();
    users.isAway = true;
    users.revoke(1, START);
    for (int second = 1; second <= 60; second++) {
      now = START.plus(second, SECONDS);
      poll.tick();
    }
    assertThat(told).isEmpty();
    assertThat(poll.behind()).isEqualTo(Duration.ofMinutes(1));

    users.isAway = false;
    poll.tick();
    assertThat(told).containsExactly(Set.of(1L));
    assertThat(poll.behind()).isZero();
  }

  @Test
  void isBehindUntilItReadAll() {
    users.pageSize = 2;
    for (long id = 1; id <= 3; id++) {
      users.revoke(id, START);
    }
    now = START.plus(5, SECONDS);
    users.answersLeft = 1;
    poll.tick();
    assertThat(told).containsExactly(Set.of(1L, 2L));
    assertThat(poll.behind()).isEqualTo(Duration.ofSeconds(5));

    users.answersLeft = Integer.MAX_VALUE;
    poll.tick();
    assertThat(told).containsExactly(Set.of(1L, 2L), Set.of(3L));
    assertThat(poll.behind()).isZero();
  }

  @Test
  void survivesObserversThatThrowAndTellsThemAgain() {
    AtomicInteger failures = new AtomicInteger(1);
    RevokedSessions failing =
        new RevokedSessions(
            event -> {
              if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("an observer's mistake");
              }
              told.add(event.sessionIds());
            });
    RevocationPoll sturdy = new RevocationPoll(users, failing, new Degradation(), clock);
    users.revoke(1, START);
    sturdy.tick();
    assertThat(failing.isRevoked(1)).isTrue();
    sturdy.tick();
    sturdy.tick();
    assertThat(told).containsExactly(Set.of(1L));
  }

  /** Answers as user_directory.proto says. */
  private static final class UserService implements RevocationPoll.Source {
    private record Revoked(Instant at, long sessionId) {}

    private final TreeSet<Revoked> sessions =
        new TreeSet<>(Comparator.comparing(Revoked::at).thenComparingLong(Revoked::sessionId));
    private int pageSize = 1_000;
    private boolean isAway;
    private int answersLeft = Integer.MAX_VALUE;

    void revoke(long sessionId, Instant at) {
      sessions.add(new Revoked(at, sessionId));
    }

    @Override
    public ListRevokedSessionsResponse after(Instant since, long sessionId) {
      if (isAway || answersLeft-- == 0) {
        throw Status.UNAVAILABLE.asRuntimeException();
      }
      Set<Revoked> found = sessions.tailSet(new Revoked(since, sessionId), false);
      return ListRevokedSessionsResponse.newBuilder()
          .addAllSessions(
              found.stream()
                  .limit(pageSize)
                  .map(
                      session ->
                          RevokedSession.newBuilder()
                              .setSessionId(session.sessionId())
                              .setRevokedAt(Protos.timestamp(session.at()))
                              .build())
                  .toList())
          .setHasMore(found.size() > pageSize)
          .build();
    }
  }
}
