package org.parley.chat.cluster;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.StatefulRedisConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.parley.contract.limit.Rate;

/**
 * Buckets of tokens that all instances share, at {@code parley:limit:<key>} in Redis, which forgets
 * them when they are full. Best effort: whoever asks can do without an answer. Instances tell the
 * time by their own clocks.
 */
@ApplicationScoped
public class RedisBuckets {

  private static final String PREFIX = "parley:limit:";

  /** Longer than full, for clocks that differ. */
  private static final Duration KEPT_LONGER = Duration.ofSeconds(10);

  /** How often an update is tried that others were faster with; the next one tells all of it. */
  private static final int TRIES = 5;

  private RedisLink redis;
  private volatile @Nullable AsyncProxyManager<String> buckets;

  protected RedisBuckets() {} // for the container's proxy

  @Inject
  RedisBuckets(RedisLink redis) {
    this.redis = redis;
  }

  /**
   * Takes tokens of a bucket, even if they are not there. Ends with how many are left, below zero:
   * a debt; or exceptionally, at once while Redis is away. Waits for nothing.
   */
  public CompletionStage<Long> take(String key, long tokens, Rate rate) {
    try {
      return redis
          .commands()
          .map(connection -> take(open(connection), keyOf(key, rate), tokens, rate))
          .orElseGet(RedisBuckets::away);
    } catch (RuntimeException e) { // refused while disconnected
      return CompletableFuture.failedFuture(e);
    }
  }

  private static CompletableFuture<Long> take(
      AsyncProxyManager<String> buckets, String key, long tokens, Rate rate) {
    BucketConfiguration configuration =
        BucketConfiguration.builder()
            .addLimit(
                limit -> limit.capacity(rate.burst()).refillGreedy(rate.times(), rate.period()))
            .build();
    return buckets
        .builder()
        .build(key, () -> CompletableFuture.completedFuture(configuration))
        .asVerbose()
        .consumeIgnoringRateLimits(tokens)
        .thenApply(VerboseResult::getDiagnostics)
        .thenApply(VerboseResult.Diagnostics::getAvailableTokens);
  }

  /** With the rate: while instances are given another one, each counts by its own. */
  private static String keyOf(String key, Rate rate) {
    return PREFIX + key + ":" + rate.times() + "/" + rate.period() + "/" + rate.burst();
  }

  // Twice at once does no harm: it holds no state of its own.
  private AsyncProxyManager<String> open(StatefulRedisConnection<String, byte[]> connection) {
    AsyncProxyManager<String> opened = buckets;
    if (opened == null) {
      opened =
          Bucket4jLettuce.casBasedBuilder(connection)
              .expirationAfterWrite(
                  ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_LONGER))
              .maxRetries(TRIES)
              .build()
              .asAsync();
      buckets = opened;
    }
    return opened;
  }

  private static CompletableFuture<Long> away() {
    return CompletableFuture.failedFuture(new IllegalStateException("Redis was never reached"));
  }
}
