package org.parley.chat.limit;

import java.util.function.LongSupplier;
import org.parley.contract.limit.Rate;

/**
 * How fast the frames of one socket may come: a bucket of tokens in two numbers, because every
 * frame asks it. For one thread at a time, as frames of a socket come.
 */
public final class FramePace {

  /** With ten seconds' worth of refused frames outstanding, a client obeys no refusal. */
  private static final long MOST_WAITING_SECONDS = 10;

  private final LongSupplier nanos;
  private final long each;
  private final long burst;
  private final long mostWaiting;

  /** When the bucket is full, had no frame come since. */
  private long full;

  /** How many were refused and are expected back, each when it was told. */
  private long waiting;

  FramePace(Rate rate, LongSupplier nanos) {
    this.nanos = nanos;
    this.each = rate.period().toNanos() / rate.times();
    this.burst = each * rate.burst();
    this.mostWaiting = Math.max(1, MOST_WAITING_SECONDS * 1_000_000_000L / Math.max(1, this.each));
    this.full = nanos.getAsLong();
  }

  /**
   * A frame came. Returns how long it is too early, in nanoseconds; 0 when it is not. Of several
   * that are refused each is told another time, so that they do not come back all at once.
   */
  public long take() {
    long now = nanos.getAsLong();
    if (full - now <= 0) {
      full = now;
      waiting = 0;
    }
    long early = full + each - now - burst;
    if (early > 0) {
      return early + each * waiting++;
    }
    waiting = Math.max(0, waiting - 1);
    full += each;
    return 0;
  }

  /** Whether so many refused frames are outstanding that the client will not stop. */
  public boolean isHopeless() {
    return waiting > mostWaiting;
  }
}
