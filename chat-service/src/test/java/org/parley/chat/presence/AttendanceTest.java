package org.parley.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.chat.cluster.PresenceRegister.Answer.NEWS;
import static org.parley.chat.cluster.PresenceRegister.Answer.NO_NEWS;
import static org.parley.chat.cluster.PresenceRegister.Answer.UNKNOWN;
import static org.parley.chat.cluster.PresenceRegister.Answer.UNSETTLED;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.cluster.Presence;

/** What the others are told of a person, whatever happens to Redis. */
class AttendanceTest {

  private static final Presence ALICE = new Presence(7, 1, "alice");
  private static final Presence BOB = new Presence(7, 2, "bob");

  private final ScriptedRegister redis = new ScriptedRegister();
  private final Attendance attendance = new Attendance(redis);
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void redisIsThere() {
    attendance.inTouch(true);
  }

  @Test
  void firstAndLastAnywhereAreTold() {
    redis.answersAlways(NEWS);
    assertThat(attendance.came(ALICE)).isCompletedWithValue(true);
    assertThat(attendance.went(ALICE)).isCompletedWithValue(true);
    redis.answersAlways(NO_NEWS);
    assertThat(attendance.came(ALICE)).isCompletedWithValue(false);
    assertThat(attendance.went(ALICE)).isCompletedWithValue(false);
    resolve();
    assertThat(told).isEmpty();
    assertThat(redis.heard())
        .containsExactly("enter alice", "leave alice", "enter alice", "leave alice");
  }

  @Test
  void whoComesWhileRedisIsAwayIsToldOfWhenItIsBack() {
    attendance.inTouch(false);
    assertThat(attendance.came(ALICE)).isCompletedWithValue(false);
    assertThat(redis.heard()).as("nobody waits for it").isEmpty();
    attendance.inTouch(true);
    redis.answersAlways(NEWS);
    resolve();
    resolve();
    assertThat(told).containsExactly("alice came");
  }

  @Test
  void whoGoesWhileRedisIsAwayIsToldOfWhenItIsBackIfThatIsNews() {
    redis.answersAlways(NEWS);
    attendance.came(ALICE);
    attendance.came(BOB);
    attendance.inTouch(false);
    assertThat(attendance.went(ALICE)).isCompletedWithValue(false);
    assertThat(attendance.went(BOB)).isCompletedWithValue(false);
    attendance.inTouch(true);
    redis.answersAlways(UNSETTLED);
    resolve();
    assertThat(told).as("they may be elsewhere").isEmpty();
    redis.answersAlways(NEWS);
    resolve();
    resolve();
    assertThat(told).containsExactlyInAnyOrder("alice went", "bob went");
  }

  @Test
  void whoWentAndCameBackMeanwhileIsEnteredAgain() {
    redis.answersAlways(NEWS);
    attendance.came(ALICE);
    redis.heard();
    attendance.inTouch(false);
    attendance.went(ALICE);
    attendance.came(ALICE);
    attendance.inTouch(true);
    redis.answersAlways(NO_NEWS);
    resolve();
    assertThat(redis.heard()).containsExactly("enter alice");
    assertThat(told).isEmpty();
  }

  @Test
  void whoComesBackBeforeRedisAnsweredIsAskedForInThatOrder() {
    redis.answersAlways(NEWS);
    attendance.came(ALICE);
    redis.heard();
    redis.answersAlways(null);
    CompletionStage<Boolean> went = attendance.went(ALICE);
    CompletionStage<Boolean> came = attendance.came(ALICE);
    assertThat(redis.heard()).containsExactly("leave alice", "enter alice");
    redis.answer(NEWS);
    redis.answer(NEWS);
    assertThat(went).isCompletedWithValue(true);
    assertThat(came).isCompletedWithValue(true);
    resolve();
    assertThat(redis.heard()).as("nothing is open").isEmpty();
  }

  @Test
  void stopsAskingARedisThatDoesNotAnswer() {
    attendance.inTouch(false);
    for (int i = 0; i < 2_500; i++) {
      attendance.came(new Presence(7, 100 + i, "someone"));
    }
    attendance.inTouch(true);
    redis.answersAlways(UNKNOWN);
    assertThat(resolve()).isFalse();
    assertThat(redis.heard()).as("a part of them").hasSize(1_000);
  }

  @Test
  void whoIsHereIsEnteredAgainWhenRedisMayHaveForgotten() {
    redis.answersAlways(NEWS);
    attendance.came(ALICE);
    attendance.came(BOB);
    redis.heard();
    attendance.forgotten();
    redis.answersAlways(NO_NEWS);
    resolve();
    assertThat(redis.heard()).containsExactlyInAnyOrder("enter alice", "enter bob");
    assertThat(told).isEmpty();
    resolve();
    assertThat(redis.heard()).as("noted").isEmpty();
  }

  @Test
  void whoWasGivenUpIsAnnouncedAgain() {
    redis.answersAlways(NEWS);
    attendance.came(ALICE);
    attendance.forgotten();
    resolve();
    assertThat(told).containsExactly("alice came");
  }

  @Test
  void whoeverGoesWithTheInstanceIsLeftToTheOthers() {
    redis.answersAlways(NEWS);
    attendance.came(ALICE);
    redis.heard();
    attendance.leaveAllToOthers();
    assertThat(attendance.went(ALICE)).isCompletedWithValue(false);
    resolve();
    assertThat(redis.heard()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void whoWentDuringALongOutageIsLeftToTheOthers() {
    attendance.inTouch(false);
    for (int i = 0; i <= Attendance.MAX_UNRESOLVED; i++) {
      Presence someone = new Presence(7, 100 + i, "someone");
      attendance.came(someone);
      attendance.went(someone);
    }
    attendance.came(ALICE);
    attendance.boundUnresolved();
    assertThat(redis.begunAnew).isEqualTo(1);
    attendance.inTouch(true);
    redis.answersAlways(NEWS);
    resolve();
    assertThat(redis.heard()).containsExactly("enter alice");
  }

  private boolean resolve() {
    return attendance.resolve(
        who -> told.add(who.username() + " came"), who -> told.add(who.username() + " went"));
  }
}
