package org.parley.contract.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each who is limited, in this process. Bounded: a bucket that would be full
 * again is forgotten, and so are those used least when a flood of keys comes. Thread-safe, without
 * locks.
 *
 * @param <K> who is limited
 */
public final class Buckets<K> {

  /** About 30 MB of buckets. Beyond it, whoever is forgotten begins with a full bucket. */
  private static final int MOST = 100_000;

  /** No bucket is worth forgetting sooner. */
  private static final Duration LEAST_KEPT = Duration.ofMinutes(1);

  private final Rate rate;
  private final TimeMeter clock;
  private final Cache<K, Bucket> buckets;

  public Buckets(Rate rate) {
    this(rate, System::nanoTime);
  }

  /** With a clock of its own, in nanoseconds. */
  public Buckets(Rate rate, LongSupplier nanos) {
    this.rate = rate;
    this.clock = clock(nanos);
    this.buckets = cache(rate, nanos);
  }

  /** A bounded cache for what is known of each who is limited by this rate. */
  public static <K, V> Cache<K, V> cache(Rate rate, LongSupplier nanos) {
    Duration kept = rate.refill().compareTo(LEAST_KEPT) > 0 ? rate.refill() : LEAST_KEPT;
    return Caffeine.newBuilder()
        .maximumSize(MOST)
        .expireAfterAccess(kept)
        .ticker(nanos::getAsLong)
        .build();
  }

  /** A full bucket. */
  public static Bucket bucket(Rate rate, LongSupplier nanos) {
    return bucket(rate, clock(nanos));
  }

  private static Bucket bucket(Rate rate, TimeMeter clock) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.times(), rate.period()))
        .withCustomTimePrecision(clock)
        .build();
  }

  /** Takes a token. Returns how long until there is one, in nanoseconds; 0 when it was taken. */
  public long take(K key) {
    return take(buckets.get(key, missing -> bucket(rate, clock)));
  }

  /** Takes a token of this bucket, as {@link #take(Object)} does. */
  public static long take(Bucket bucket) {
    // The answer with a time is an object; what is asked nearly always gets along without.
    return bucket.tryConsume(1)
        ? 0
        : Math.max(1, bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  /** Undoes a {@link #take(Object)}. */
  void giveBack(K key) {
    Bucket bucket = buckets.getIfPresent(key);
    if (bucket != null) {
      bucket.addTokens(1);
    }
  }

  private static TimeMeter clock(LongSupplier nanos) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return nanos.getAsLong();
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }
}
