package org.parley.chat.limit;

import com.github.benmanes.caffeine.cache.Cache;
import io.github.bucket4j.Bucket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.parley.contract.limit.Buckets;
import org.parley.contract.limit.Rate;

/**
 * A bucket of tokens for each person, kept in step with that of the other instances. This
 * instance's own bucket decides, at once. The first token a person takes here, and then every
 * quarter of a burst, is told to the shared bucket, which may go below zero by it; what the answer
 * shows to be gone is taken out here as well.
 *
 * <p>So over all instances a person gets the rate, and beyond it once what each instance has let
 * through untold: a quarter of a burst and what comes within a round trip. That is a debt, and
 * waited for. Without the shared bucket each instance counts for itself; what it let through then
 * is forgiven. Thread-safe; takes no lock and waits for nothing.
 */
final class SharedBuckets {

  /** The shared buckets, wherever they are. */
  @FunctionalInterface
  interface Ledger {
    /** Takes tokens, even if they are not there. Returns how many are left; below zero: a debt. */
    CompletionStage<Long> take(String key, long tokens, Rate rate);
  }

  /** One person's. */
  private static final class Share {

    final String key;
    final Bucket bucket;
    final AtomicLong untold = new AtomicLong();
    final AtomicBoolean telling = new AtomicBoolean();

    /** How many were sent away and are expected back, each when it was told. */
    final AtomicLong waiting = new AtomicLong();

    /** How many may be untold: none at first, when it is not known what others let through. */
    volatile long patience = 1;

    Share(String key, Bucket bucket) {
      this.key = key;
      this.bucket = bucket;
    }
  }

  private final String name;
  private final Rate rate;
  private final long portion;
  private final long each;
  private final Ledger ledger;
  private final LongSupplier nanos;
  private final Cache<Long, Share> shares;

  SharedBuckets(String name, Rate rate, Ledger ledger, LongSupplier nanos) {
    this.name = name;
    this.rate = rate;
    this.portion = Math.max(1, rate.burst() / 4);
    this.each = rate.period().toNanos() / rate.times();
    this.ledger = ledger;
    this.nanos = nanos;
    this.shares = Buckets.cache(rate, nanos);
  }

  /**
   * Takes a token of this person's. Returns how long until there is one, in nanoseconds; 0 when it
   * was taken. Of several who are refused each is told another time, so that they do not come back
   * all at once.
   */
  long take(long personId) {
    Share share =
        shares.get(personId, id -> new Share(name + ":" + id, Buckets.bucket(rate, nanos)));
    long wait = Buckets.take(share.bucket);
    if (wait > 0) {
      return wait + each * share.waiting.getAndUpdate(count -> Math.min(count + 1, rate.burst()));
    }
    if (share.waiting.get() > 0) {
      share.waiting.updateAndGet(count -> Math.max(0, count - 1));
    }
    if (share.untold.incrementAndGet() >= share.patience
        && share.telling.compareAndSet(false, true)) {
      tell(share);
    }
    return 0;
  }

  private void tell(Share share) {
    share.patience = portion;
    long told = share.untold.getAndSet(0);
    ledger
        .take(share.key, told, rate)
        .whenComplete(
            (left, failure) -> {
              if (failure == null) {
                follow(share, left);
              }
              share.telling.set(false);
            });
  }

  /** What is not left for all, less what was taken here meanwhile, is not left here. */
  private static void follow(Share share, long left) {
    long gone = share.bucket.getAvailableTokens() - (left - share.untold.get());
    if (gone > 0) {
      share.bucket.consumeIgnoringRateLimits(gone);
    }
  }
}
