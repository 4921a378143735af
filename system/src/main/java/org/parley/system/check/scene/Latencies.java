package org.parley.system.check.scene;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How long it took from when a send was due, not from when it got to the wire, so that a server
 * that stops answering is not excused from what it kept waiting. Sends and deliveries that had to
 * wait for a connection the checker had dropped are kept apart. Thread-safe; times are {@link
 * System#nanoTime()}.
 */
public final class Latencies {

  /** Milliseconds; of nothing all are 0. */
  public record Percentiles(long count, double p50, double p99, double p999, double max) {}

  /** Longer than any check waits. */
  private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);

  /** Digits that count: a millisecond in a second. */
  private static final int PRECISION = 3;

  private static final double MICROS_PER_MILLI = 1000;

  private record Send(long due, boolean undisturbed) {}

  private final Map<String, Send> sends = new ConcurrentHashMap<>();
  private final Map<String, Long> lastShown = new ConcurrentHashMap<>();
  private final LongAccumulator longestPause = new LongAccumulator(Math::max, 0);
  private final Histogram acks = histogram();
  private final Histogram disturbedAcks = histogram();
  private final Histogram deliveries = histogram();
  private final Histogram disturbedDeliveries = histogram();

  private static Histogram histogram() {
    return new ConcurrentHistogram(LONGEST_MICROS, PRECISION);
  }

  /**
   * A send gets to the wire.
   *
   * @param undisturbed whether the writer has been connected since it was due
   */
  public void sending(String clientMsgId, long due, boolean undisturbed) {
    sends.put(clientMsgId, new Send(due, undisturbed));
  }

  public void acked(String clientMsgId, long time) {
    Send send = sends.get(clientMsgId);
    if (send != null) {
      record(send.undisturbed() ? acks : disturbedAcks, time - send.due());
    }
  }

  /**
   * A reader sees it.
   *
   * @param liveSince since when the reader is up to date in the room
   */
  public void delivered(String clientMsgId, long time, long liveSince) {
    Send send = sends.get(clientMsgId);
    if (send != null) {
      boolean undisturbed = send.undisturbed() && send.due() - liveSince >= 0;
      record(undisturbed ? deliveries : disturbedDeliveries, time - send.due());
    }
  }

  /**
   * A reader is shown a change, of any room, while writers write.
   *
   * @param reader their name
   */
  public void shown(String reader, long time) {
    Long before = lastShown.put(reader, time);
    if (before != null) {
      longestPause.accumulate(time - before);
    }
  }

  /** The longest time between two changes that some reader was shown; milliseconds. */
  public double longestPause() {
    return TimeUnit.NANOSECONDS.toMicros(longestPause.get()) / MICROS_PER_MILLI;
  }

  private static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0L, LONGEST_MICROS));
  }

  public Percentiles acks() {
    return percentiles(acks);
  }

  public Percentiles disturbedAcks() {
    return percentiles(disturbedAcks);
  }

  public Percentiles deliveries() {
    return percentiles(deliveries);
  }

  public Percentiles disturbedDeliveries() {
    return percentiles(disturbedDeliveries);
  }

  private static Percentiles percentiles(Histogram histogram) {
    return new Percentiles(
        histogram.getTotalCount(),
        histogram.getValueAtPercentile(50) / MICROS_PER_MILLI,
        histogram.getValueAtPercentile(99) / MICROS_PER_MILLI,
        histogram.getValueAtPercentile(99.9) / MICROS_PER_MILLI,
        histogram.getMaxValue() / MICROS_PER_MILLI);
  }
}
