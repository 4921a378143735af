package org.parley.chat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.cluster.Instance.Heard;
import org.parley.contract.it.RedisForTests;

/** Two instances and a real Redis, which goes away and comes back. */
class RedisBroadcastIT {

  private static final long TEA = 1;
  private static final long COFFEE = 2;
  private static final long ADA = 17;
  private static final int MANY = 1_000;

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
  void reachesWhoSubscribedOnAnotherInstance() throws Exception {
    there.subscribe(TEA);
    here.publish(TEA, "hello");
    assertThat(there.next()).isEqualTo(new Heard(TEA, "hello"));
  }

  @Test
  void givesAnInstanceItsOwnPayloadOnce() throws Exception {
    here.subscribe(TEA);
    there.subscribe(TEA);
    here.publish(TEA, "mine");
    assertThat(here.next()).isEqualTo(new Heard(TEA, "mine"));
    // Whatever Redis said of the first has arrived before the answer to it.
    assertThat(there.next()).isEqualTo(new Heard(TEA, "mine"));
    there.publish(TEA, "yours");
    assertThat(here.next()).isEqualTo(new Heard(TEA, "yours"));
    here.assertNothingElse();
  }

  @Test
  void keepsTheOrderOfEachPublisherInAChannel() throws Exception {
    there.subscribe(TEA);
    IntStream.range(0, MANY).forEach(number -> here.publish(TEA, "" + number));
    for (int number = 0; number < MANY; number++) {
      assertThat(there.next().payload()).isEqualTo("" + number);
    }
  }

  @Test
  void saysNothingOfARoomNobodyIsInAnyMore() throws Exception {
    there.subscribe(TEA);
    there.broadcast.unsubscribe(TEA);
    // Confirmed after the unsubscription, on the same connection.
    there.subscribe(COFFEE);
    here.publish(TEA, "nobody hears this");
    here.publish(COFFEE, "but this");
    assertThat(there.next()).isEqualTo(new Heard(COFFEE, "but this"));
    there.assertNothingElse();
  }

  @Test
  void tellsEveryInstanceOnceWhatIsForAPerson() throws Exception {
    there.subscribe(TEA); // confirmed after what every instance subscribes by itself
    here.broadcast.publishTo(ADA, "to you".getBytes(StandardCharsets.UTF_8));
    assertThat(here.next()).isEqualTo(new Heard(ADA, "to you"));
    assertThat(there.next()).isEqualTo(new Heard(ADA, "to you"));
    here.subscribe(TEA);
    there.publish(TEA, "to all");
    assertThat(here.next()).isEqualTo(new Heard(TEA, "to all"));
    here.assertNothingElse();
  }

  @Test
  void whatIsForAPersonNeedsRedisOnlyBetweenInstances() throws Exception {
    CountDownLatch away = here.disconnection();
    redis.stop();
    assertThat(away.await(60, TimeUnit.SECONDS)).isTrue();
    here.broadcast.publishTo(ADA, "lost elsewhere".getBytes(StandardCharsets.UTF_8));
    assertThat(here.next()).isEqualTo(new Heard(ADA, "lost elsewhere"));
    assertThat(here.failures()).isEqualTo(1);
    assertThat(there.broadcast.subscribe(TEA)).failsWithin(Duration.ofSeconds(60));
    redis.start();
    there.awaitResubscribed(); // after what every instance subscribes by itself
    try (Instance other = Instance.connected(redis, "other")) {
      other.broadcast.publishTo(ADA, "heard again".getBytes(StandardCharsets.UTF_8));
      assertThat(there.next()).isEqualTo(new Heard(ADA, "heard again"));
    }
  }

  @Test
  void announcesThatSubscriptionsAreBackAndTheyAre() throws Exception {
    there.subscribe(TEA);
    there.subscribe(COFFEE);
    redis.stop();
    redis.start();
    there.awaitResubscribed();
    Instance other = Instance.connected(redis, "other");
    try (other) {
      other.publish(TEA, "tea again");
      other.publish(COFFEE, "coffee again");
      assertThat(List.of(there.next().payload(), there.next().payload()))
          .containsExactly("tea again", "coffee again");
    }
  }

  @Test
  void aSubscriptionMadeWhileRedisIsAwayHoldsWhenItIsBack() throws Exception {
    CountDownLatch away = there.disconnection();
    redis.stop();
    assertThat(away.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(there.broadcast.subscribe(TEA)).failsWithin(Duration.ofSeconds(60));
    redis.start();
    there.awaitResubscribed();
    try (Instance other = Instance.connected(redis, "other")) {
      other.publish(TEA, "hello");
      assertThat(there.next()).isEqualTo(new Heard(TEA, "hello"));
    }
  }

  @Test
  void aPublishWithoutRedisFailsBeforeItReturnsAndItsOwnInstanceHearsIt() throws Exception {
    here.subscribe(TEA);
    CountDownLatch away = here.disconnection();
    redis.stop();
    assertThat(away.await(60, TimeUnit.SECONDS)).isTrue();

    IntStream.range(0, MANY).forEach(number -> here.publish(TEA, "" + number));

    assertThat(here.failures()).as("failed, not queued").isEqualTo(MANY);
    for (int number = 0; number < MANY; number++) {
      assertThat(here.next().payload()).isEqualTo("" + number);
    }
  }

  @Test
  void aRedisThatHangsFailsPublishesWithoutHoldingThem() throws Exception {
    here.makeRedisHang();
    IntStream.range(0, MANY).forEach(number -> here.publish(TEA, "" + number));
    assertThat(here.next()).isEqualTo(new Heard(TEA, "0"));
    here.awaitFailures(MANY);
  }
}
