package org.parley.system.bench.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What the sockets of a run heard since the last {@link #restart}. Used by the load's thread. */
final class Meter {

  /** A saturated server is given up on sooner. */
  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);

  /** Digits that count: a millisecond in a second. */
  private static final int PRECISION = 3;

  private final Histogram deliveries = new Histogram(LONGEST_MICROS, PRECISION);
  private final Histogram acks = new Histogram(LONGEST_MICROS, PRECISION);
  private final Histogram lag = new Histogram(LONGEST_MICROS, PRECISION);
  private long sent;
  private long delivered;
  private long acked;
  private long refused;
  private long resyncs;
  private long closed;
  private long ordered;
  private long outOfOrder;

  /** Counts anew. */
  void restart() {
    deliveries.reset();
    acks.reset();
    lag.reset();
    sent = 0;
    delivered = 0;
    acked = 0;
    refused = 0;
    resyncs = 0;
    closed = 0;
    ordered = 0;
    outOfOrder = 0;
  }

  void sent(long lagNanos) {
    sent++;
    record(lag, lagNanos);
  }

  void delivered(int messages) {
    delivered += messages;
  }

  /** A delivery on one of the sockets that look closer. */
  void lookedAt(long latencyNanos, boolean inOrder) {
    record(deliveries, latencyNanos);
    ordered++;
    if (!inOrder) {
      outOfOrder++;
    }
  }

  void acked(long latencyNanos) {
    acked++;
    record(acks, latencyNanos);
  }

  void refused() {
    refused++;
  }

  void resync() {
    resyncs++;
  }

  void closed() {
    closed++;
  }

  private static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0L, LONGEST_MICROS));
  }

  Window window() {
    return new Window(
        sent,
        delivered,
        acked,
        refused,
        resyncs,
        closed,
        ordered,
        outOfOrder,
        Percentiles.of(deliveries),
        Percentiles.of(acks),
        Percentiles.of(lag));
  }
}
