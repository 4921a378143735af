package org.parley.chat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.it.RedisForTests;

/** Two instances and a real Redis. */
class RoomPresenceIT {

  private static final long ROOM = 7;
  private static final long ALICE = 1;
  private static final long BOB = 2;

  private RedisForTests redis;
  private Instance here;
  private Instance there;

  @BeforeEach
  void start() throws Exception {
    redis = RedisForTests.started();
    here = Instance.connected(redis, "here");
    there = Instance.connected(redis, "there");
  }

  @AfterEach
  void stop() throws Exception {
    here.close();
    there.close();
    redis.close();
  }

  @Test
  void firstAndLastAreThoseOfAllInstances() throws Exception {
    assertThat(answer(here.presence.arrived(ROOM, ALICE))).as("first anywhere").isTrue();
    assertThat(answer(there.presence.arrived(ROOM, ALICE))).as("second").isFalse();
    assertThat(answer(there.presence.arrived(ROOM, BOB))).as("another person").isTrue();
    assertThat(answer(here.presence.left(ROOM, ALICE))).as("still there").isFalse();
    assertThat(answer(there.presence.left(ROOM, ALICE))).as("last anywhere").isTrue();
    assertThat(answer(here.presence.arrived(ROOM, ALICE))).as("first again").isTrue();
  }

  @Test
  void anInstanceThatRepeatsItselfCountsOnce() throws Exception {
    assertThat(answer(here.presence.arrived(ROOM, ALICE))).isTrue();
    assertThat(answer(here.presence.arrived(ROOM, ALICE))).isTrue();
    assertThat(answer(here.presence.left(ROOM, ALICE))).isTrue();
  }

  @Test
  void eachInstanceKnowsOnlyItselfWhileRedisIsAway() throws Exception {
    assertThat(answer(there.presence.arrived(ROOM, ALICE))).isTrue();
    CountDownLatch away = here.disconnection();
    redis.stop();
    assertThat(away.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(here.presence.arrived(ROOM, ALICE)).isCompletedWithValue(true);
    assertThat(here.presence.left(ROOM, ALICE)).isCompletedWithValue(true);
  }

  private static boolean answer(CompletionStage<Boolean> question) throws Exception {
    return question.toCompletableFuture().get(60, TimeUnit.SECONDS);
  }
}
