package org.parley.chat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.cluster.Instance.Heard;
import org.parley.contract.it.RedisForTests;

/** A connection that is open and brings nothing, on a real Redis. */
class CanaryIT {

  private static final long TEA = 1;

  private RedisForTests redis;
  private Instance here;
  private Instance there;

  @BeforeEach
  void start() throws Exception {
    redis = RedisForTests.started();
    here = Instance.connected(redis, "here");
    there = Instance.connected(redis, "there");
    there.subscribe(TEA);
  }

  @AfterEach
  void stop() throws Exception {
    here.close();
    there.close();
    redis.close();
  }

  @Test
  void aDeafSubscriptionIsNoticedAndMadeAnew() throws Exception {
    there.deafen();
    here.subscribe(TEA);
    here.publish(TEA, "not heard");
    assertThat(here.next()).as("it went out").isEqualTo(new Heard(TEA, "not heard"));
    there.passSeconds(11);
    there.flyCanary();
    assertThat(there.broadcast.isAway()).as("two canaries may be lost").isFalse();

    there.passSeconds(2);
    assertThat(there.broadcast.isAway()).isTrue();
    there.flyCanary();
    there.awaitResubscribed();
    assertThat(there.broadcast.isAway()).isFalse();
    here.publish(TEA, "heard again");
    assertThat(there.next()).isEqualTo(new Heard(TEA, "heard again"));
  }

  @Test
  void aCanaryThatComesBackProvesThatItHears() throws Exception {
    there.passSeconds(11);
    there.flyCanary();
    there.awaitCanary();
    there.passSeconds(11);
    assertThat(there.broadcast.isAway()).isFalse();
  }

  @Test
  void isAwayWhileRedisIs() throws Exception {
    assertThat(here.broadcast.isAway()).isFalse();
    var away = here.disconnection();
    redis.stop();
    away.await();
    assertThat(here.broadcast.isAway()).isTrue();
    redis.start();
    here.awaitBack(); // fails when it stays away
  }
}
