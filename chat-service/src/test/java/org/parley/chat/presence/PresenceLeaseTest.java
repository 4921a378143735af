package org.parley.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.chat.cluster.Presence;
import org.parley.chat.cluster.PresenceRegister.Answer;
import org.parley.chat.cluster.PresenceRegister.Lease;

class PresenceLeaseTest {

  private static final Presence ALICE = new Presence(7, 1, "alice");
  private static final Presence GHOST = new Presence(7, 2, "ghost");

  private final ScriptedRegister redis = new ScriptedRegister();
  private final Attendance attendance = new Attendance(redis);
  private final List<String> told = new ArrayList<>();
  private final PresenceLease lease =
      new PresenceLease(
          redis,
          attendance,
          new ComingsAndGoings() {
            @Override
            void came(Presence who) {
              told.add(who.username() + " came");
            }

            @Override
            void went(Presence who) {
              told.add(who.username() + " went");
            }
          },
          null);

  @Test
  void renewsEveryFifthTickAndEveryTickWhileRedisDoesNotAnswer() {
    redis.renews(Lease.UNKNOWN);
    ticks(3);
    assertThat(redis.heard()).containsExactly("renew", "renew", "renew");
    redis.renews(Lease.NEW);
    ticks(1);
    redis.renews(Lease.KEPT);
    ticks(10);
    assertThat(redis.heard()).containsExactly("renew", "renew", "renew");
  }

  @Test
  void whoCameBeforeRedisWasThereIsToldOfAtTheFirstRenewal() {
    attendance.came(ALICE);
    assertThat(redis.heard()).as("nobody waits for it").isEmpty();
    redis.renews(Lease.NEW);
    redis.answersAlways(Answer.NEWS);
    ticks(1);
    assertThat(redis.heard()).containsExactly("renew", "enter alice");
    assertThat(told).containsExactly("alice came");
  }

  @Test
  void everybodyIsEnteredAgainUnderANewLease() {
    redis.renews(Lease.NEW);
    redis.answersAlways(Answer.NO_NEWS);
    ticks(1);
    attendance.came(ALICE);
    redis.heard();
    ticks(5);
    assertThat(redis.heard()).containsExactly("renew", "enter alice");
    redis.renews(Lease.KEPT);
    ticks(5);
    assertThat(redis.heard()).containsExactly("renew");
  }

  @Test
  void endsTheDeadOnlyAfterALeaseInTouch() {
    redis.hasDead(GHOST, Duration.ofDays(1));
    redis.renews(Lease.NEW);
    ticks(1);
    redis.renews(Lease.KEPT);
    ticks(10);
    assertThat(told).as("they could not renew theirs either").isEmpty();
    redis.hasDead(GHOST, Duration.ZERO);
    ticks(5);
    assertThat(told).containsExactly("ghost went");
  }

  @Test
  void asksNobodyWhileTheLastRenewalWasNotAnswered() {
    redis.renews(Lease.NEW);
    redis.answersAlways(Answer.NEWS);
    ticks(1);
    redis.renews(Lease.UNKNOWN);
    ticks(5);
    redis.heard();
    assertThat(attendance.came(ALICE)).isCompletedWithValue(false);
    assertThat(redis.heard()).isEmpty();
  }

  private void ticks(int number) {
    for (int i = 0; i < number; i++) {
      lease.tick();
    }
  }
}
