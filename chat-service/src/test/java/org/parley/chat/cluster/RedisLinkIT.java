package org.parley.chat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.chat.cluster.Instance.Heard;
import org.parley.chat.cluster.PresenceRegister.Answer;
import org.parley.contract.it.RedisForTests;

/** An instance that is there before its Redis. */
class RedisLinkIT {

  private static final long TEA = 1;

  @Test
  void anInstanceStartsWithoutRedisAndFindsItLater() throws Exception {
    try (RedisForTests redis = RedisForTests.stopped();
        Instance early = Instance.starting(redis, "early")) {
      assertThat(early.broadcast.subscribe(TEA)).isCompletedExceptionally();
      early.publish(TEA, "to myself");
      assertThat(early.next()).isEqualTo(new Heard(TEA, "to myself"));
      assertThat(early.failures()).isEqualTo(1);
      assertThat(early.presence.enter(new Presence(TEA, 1, "alice")))
          .isCompletedWithValue(Answer.UNKNOWN);

      redis.start();
      early.awaitConnected();
      early.awaitResubscribed();
      try (Instance late = Instance.connected(redis, "late")) {
        late.publish(TEA, "hello");
        assertThat(early.next()).isEqualTo(new Heard(TEA, "hello"));
      }
    }
  }
}
