package org.parley.chat.directory;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.contract.directory.v1.DeletedUser;
import org.parley.contract.directory.v1.ListDeletedUsersResponse;
import org.parley.contract.rpc.Protos;

class DeletionPollTest {

  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

  private final UserService users = new UserService();
  private final List<Set<Long>> told = new ArrayList<>();
  private boolean observersFail;
  private Duration revocationsBehind = Duration.ZERO;
  private Instant now = NOW;
  private final DeletionPoll poll =
      new DeletionPoll(users, () -> revocationsBehind, this::observe, new SteppedClock(() -> now));

  private void observe(PeopleDeleted gone) {
    if (observersFail) {
      throw new IllegalStateException("the database is away");
    }
    told.add(gone.userIds());
  }

  @Test
  void beginsWithEverybodyWhoEverWent() {
    users.delete(1, NOW.minus(900, DAYS));
    users.delete(2, NOW.minus(1, SECONDS));
    poll.tick();
    assertThat(told).containsExactly(Set.of(1L, 2L));
  }

  @Test
  void tellsOnceMoreWhenWhoWasLetInBeforeTheirSessionsEndedIsIn() {
    users.delete(1, NOW.minus(900, DAYS));
    poll.tick();
    poll.tick();
    assertThat(told).containsExactly(Set.of(1L));

    now = NOW.plus(DeletionPoll.UNDER_WAY);
    revocationsBehind = Duration.ofSeconds(1);
    poll.tick();
    assertThat(told).as("it is not certain yet").hasSize(1);
    now = now.plus(1, SECONDS);
    poll.tick();
    assertThat(told).containsExactly(Set.of(1L), Set.of(1L));

    now = now.plus(900, DAYS);
    poll.tick();
    assertThat(told).hasSize(2);
  }

  @Test
  void tellsOnceMoreAlsoAfterAFailure() {
    users.delete(1, NOW);
    poll.tick();
    now = NOW.plus(DeletionPoll.UNDER_WAY);
    observersFail = true;
    poll.tick();
    observersFail = false;
    poll.tick();
    assertThat(told).containsExactly(Set.of(1L), Set.of(1L));
  }

  @Test
  void findsWhatWasCommittedBehindOthers() {
    users.delete(1, NOW);
    poll.tick();
    users.delete(2, NOW.minus(59, MINUTES));
    poll.tick();
    assertThat(told).containsExactly(Set.of(1L), Set.of(2L));
  }

  @Test
  void readsPageAfterPage() {
    users.pageSize = 2;
    for (long id = 1; id <= 3; id++) {
      users.delete(id, NOW.minus(900, DAYS));
    }
    poll.tick();
    assertThat(told).containsExactly(Set.of(1L, 2L), Set.of(3L));
  }

  @Test
  void tellsAgainWhatCouldNotBeDone() {
    users.delete(1, NOW.minus(900, DAYS));
    observersFail = true;
    poll.tick();
    observersFail = false;
    poll.tick();
    assertThat(told).containsExactly(Set.of(1L));
  }

  @Test
  void goesOnWhenUserServiceIsBack() {
    users.delete(1, NOW.minus(900, DAYS));
    users.isAway = true;
    poll.tick();
    assertThat(told).isEmpty();
    users.isAway = false;
    poll.tick();
    assertThat(told).containsExactly(Set.of(1L));
  }

  /** Answers as user_directory.proto says. */
  private static final class UserService implements DeletionPoll.Source {

    private final TreeMap<Instant, TreeMap<Long, DeletedUser>> gone = new TreeMap<>();
    private int pageSize = 500;
    private boolean isAway;

    void delete(long id, Instant at) {
      gone.computeIfAbsent(at, time -> new TreeMap<>())
          .put(
              id,
              DeletedUser.newBuilder().setUserId(id).setDeletedAt(Protos.timestamp(at)).build());
    }

    @Override
    public ListDeletedUsersResponse after(Instant since, long userId) {
      if (isAway) {
        throw Status.UNAVAILABLE.asRuntimeException();
      }
      List<DeletedUser> found =
          gone.tailMap(since, true).entrySet().stream()
              .flatMap(
                  entry ->
                      entry.getKey().equals(since)
                          ? entry.getValue().tailMap(userId, false).values().stream()
                          : entry.getValue().values().stream())
              .toList();
      return ListDeletedUsersResponse.newBuilder()
          .addAllUsers(found.stream().limit(pageSize).toList())
          .setHasMore(found.size() > pageSize)
          .build();
    }
  }
}
