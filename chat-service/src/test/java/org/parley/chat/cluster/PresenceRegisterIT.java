package org.parley.chat.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.chat.cluster.PresenceRegister.Answer.NEWS;
import static org.parley.chat.cluster.PresenceRegister.Answer.NO_NEWS;
import static org.parley.chat.cluster.PresenceRegister.Answer.UNKNOWN;
import static org.parley.chat.cluster.PresenceRegister.Answer.UNSETTLED;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.cluster.PresenceRegister.Answer;
import org.parley.chat.cluster.PresenceRegister.Lease;
import org.parley.contract.it.RedisForTests;

/** Two instances, a third whose lease is short, and a real Redis. */
class PresenceRegisterIT {

  private static final long LIMIT_SECONDS = 60;
  private static final Presence ALICE = new Presence(7, 1, "alice");
  private static final Presence BOB = new Presence(7, 2, "bob: the second");

  private RedisForTests redis;
  private RedisState state;
  private Instance here;
  private Instance there;
  private Instance mortal;

  @BeforeEach
  void start() throws Exception {
    redis = RedisForTests.started();
    state = RedisState.of(redis);
    here = Instance.connected(redis, "here");
    there = Instance.connected(redis, "there");
    mortal = Instance.mortal(redis, "mortal");
    for (Instance one : List.of(here, there, mortal)) {
      assertThat(one.presence.renew()).isEqualTo(Lease.NEW);
    }
  }

  @AfterEach
  void stop() throws Exception {
    here.close();
    there.close();
    mortal.close();
    state.close();
    redis.close();
  }

  @Test
  void firstAndLastAreThoseOfAllInstances() throws Exception {
    assertThat(answer(here.presence.enter(ALICE))).as("first anywhere").isEqualTo(NEWS);
    assertThat(answer(there.presence.enter(ALICE))).as("second").isEqualTo(NO_NEWS);
    assertThat(answer(there.presence.enter(BOB))).as("another person").isEqualTo(NEWS);
    assertThat(answer(here.presence.leave(ALICE))).as("still there").isEqualTo(NO_NEWS);
    assertThat(answer(there.presence.leave(ALICE))).as("last").isEqualTo(NEWS);
    assertThat(answer(here.presence.enter(ALICE))).as("first again").isEqualTo(NEWS);
  }

  @Test
  void whatIsRepeatedBecauseItsAnswerWasLostIsNewsToTheSameOneOnly() throws Exception {
    answer(here.presence.enter(ALICE));
    assertThat(answer(here.presence.enter(ALICE))).as("everybody knows").isEqualTo(NO_NEWS);
    assertThat(answer(here.presence.leave(ALICE))).isEqualTo(NEWS);
    assertThat(answer(here.presence.leave(ALICE))).as("it may not have told").isEqualTo(NEWS);
    assertThat(answer(there.presence.leave(ALICE))).as("another one").isEqualTo(NO_NEWS);
  }

  @Test
  void nothingIsKnownWhileRedisIsAway() throws Exception {
    CountDownLatch away = here.disconnection();
    redis.stop();
    assertThat(away.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(here.presence.enter(ALICE)).isCompletedWithValue(UNKNOWN);
    assertThat(here.presence.leave(ALICE)).isCompletedWithValue(UNKNOWN);
    assertThat(here.presence.renew()).isEqualTo(Lease.UNKNOWN);
    assertThat(ended(here)).isEmpty();
  }

  @Test
  void whoeverRedisDoesNotKnowGetsNoAnswer() throws Exception {
    try (Instance early = Instance.connected(redis, "early")) {
      assertThat(answer(early.presence.enter(ALICE))).isEqualTo(UNKNOWN);
      assertThat(answer(here.presence.enter(ALICE))).as("nothing was noted").isEqualTo(NEWS);
    }
  }

  @Test
  void theDeadAreEndedByOneOfTheOthers() throws Exception {
    answer(mortal.presence.enter(ALICE));
    answer(mortal.presence.enter(BOB));
    answer(there.presence.enter(BOB));
    state.awaitEndOfLease();

    List<Presence> gone = ended(here);
    gone.addAll(ended(there));
    assertThat(gone).as("who is nowhere else, once").containsExactly(ALICE);
    assertThat(answer(there.presence.leave(BOB))).as("nobody was told yet").isEqualTo(NEWS);
  }

  @Test
  void nobodyIsEndedWhoseLeaseIsGood() throws Exception {
    answer(here.presence.enter(ALICE));
    assertThat(ended(there)).isEmpty();
    assertThat(here.presence.renew()).isEqualTo(Lease.KEPT);
  }

  @Test
  void whoWasGivenUpAndWakesBeginsAnew() throws Exception {
    answer(mortal.presence.enter(ALICE));
    state.awaitEndOfLease();
    assertThat(ended(here)).containsExactly(ALICE);

    assertThat(mortal.presence.renew()).isEqualTo(Lease.NEW);
    assertThat(answer(mortal.presence.enter(ALICE))).as("told again").isEqualTo(NEWS);
  }

  @Test
  void whoWentWhileItWasGivenUpIsNotToldOfTwice() throws Exception {
    answer(mortal.presence.enter(ALICE));
    state.awaitEndOfLease();
    assertThat(ended(here)).containsExactly(ALICE);
    mortal.presence.renew();
    assertThat(answer(mortal.presence.leave(ALICE))).isEqualTo(NO_NEWS);
  }

  @Test
  void whoBeginsAnewLeavesTheRestToTheOthers() throws Exception {
    answer(mortal.presence.enter(ALICE));
    mortal.presence.beginAnew();
    assertThat(mortal.presence.renew()).isEqualTo(Lease.NEW);
    assertThat(answer(there.presence.enter(ALICE))).as("she came there").isEqualTo(NO_NEWS);
    state.awaitEndOfLease();
    assertThat(ended(here)).as("she is there").isEmpty();
    assertThat(answer(there.presence.leave(ALICE))).isEqualTo(NEWS);
  }

  @Test
  void aRedisThatCameBackEmptyMakesNobodyComeOrGo() throws Exception {
    answer(here.presence.enter(ALICE));
    answer(there.presence.enter(ALICE));
    state.forgetEverything();
    assertThat(answer(here.presence.leave(ALICE))).as("it knows nobody").isEqualTo(UNKNOWN);

    assertThat(here.presence.renew()).isEqualTo(Lease.NEW);
    assertThat(answer(here.presence.enter(BOB))).as("was here before").isEqualTo(NO_NEWS);
    assertThat(answer(here.presence.leave(ALICE))).as("she may be there").isEqualTo(UNSETTLED);
    assertThat(there.presence.renew()).isEqualTo(Lease.NEW);
    assertThat(answer(there.presence.enter(ALICE))).as("she is").isEqualTo(NO_NEWS);
    assertThat(answer(here.presence.leave(ALICE))).isEqualTo(UNSETTLED);
  }

  @Test
  void whoWentFromEverywhereBeforeAnEmptyRedisHasSettledIsToldOfOnce() throws Exception {
    answer(here.presence.enter(ALICE));
    answer(mortal.presence.enter(ALICE));
    state.forgetEverything();
    mortal.presence.renew();
    here.presence.renew();
    assertThat(answer(mortal.presence.leave(ALICE))).isEqualTo(UNSETTLED);
    assertThat(answer(here.presence.leave(ALICE))).isEqualTo(UNSETTLED);
    state.settle();
    assertThat(answer(here.presence.leave(ALICE))).isEqualTo(NEWS);
    assertThat(answer(mortal.presence.leave(ALICE))).isEqualTo(NO_NEWS);
  }

  private static List<Presence> ended(Instance by) {
    List<Presence> news = new ArrayList<>();
    by.presence.endTheDead(news::add);
    return news;
  }

  private static Answer answer(CompletionStage<Answer> question) throws Exception {
    return question.toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }
}
