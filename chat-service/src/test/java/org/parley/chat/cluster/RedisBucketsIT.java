package org.parley.chat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.contract.it.RedisForTests;
import org.parley.contract.limit.Rate;

/** Buckets that two instances share. */
class RedisBucketsIT {

  private static final long LIMIT_SECONDS = 60;

  /** So slow that nothing flows in while a test runs. */
  private static final Rate RATE = Rate.parse("30/h burst 40");

  @Test
  void whatOneTakesIsGoneForBothAndMayBeOwed() throws Exception {
    try (RedisForTests redis = RedisForTests.started();
        Instance one = Instance.connected(redis, "one");
        Instance other = Instance.connected(redis, "other")) {
      assertThat(take(one, "send:1", 10)).isEqualTo(30);
      assertThat(take(other, "send:1", 25)).isEqualTo(5);
      assertThat(take(one, "send:1", 10)).isEqualTo(-5);
      assertThat(take(one, "send:2", 1)).as("another person").isEqualTo(39);
      assertThat(one.buckets.take("send:1", 1, Rate.parse("30/h burst 50")))
          .as("another rate")
          .succeedsWithin(Duration.ofSeconds(LIMIT_SECONDS))
          .isEqualTo(49L);
    }
  }

  @Test
  void nothingIsLostWhenAllTakeAtOnce() throws Exception {
    try (RedisForTests redis = RedisForTests.started();
        Instance one = Instance.connected(redis, "one");
        Instance other = Instance.connected(redis, "other")) {
      List<CompletableFuture<Long>> taken =
          IntStream.range(0, 10)
              .mapToObj(i -> (i % 2 == 0 ? one : other).buckets.take("send:1", 1, RATE))
              .map(CompletionStage::toCompletableFuture)
              .toList();
      long failed = taken.stream().filter(each -> failed(each)).count();

      assertThat(take(one, "send:1", 1)).isEqualTo(40 - 11 + failed);
    }
  }

  @Test
  void failsAtOnceWithoutRedis() throws Exception {
    try (RedisForTests redis = RedisForTests.stopped();
        Instance lonely = Instance.starting(redis, "lonely")) {
      assertThat(lonely.buckets.take("send:1", 1, RATE)).isCompletedExceptionally();
    }
  }

  private static boolean failed(CompletableFuture<Long> each) {
    return each.handle((left, failure) -> failure != null)
        .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  private static long take(Instance instance, String key, long tokens) throws Exception {
    return instance
        .buckets
        .take(key, tokens, RATE)
        .toCompletableFuture()
        .get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }
}
