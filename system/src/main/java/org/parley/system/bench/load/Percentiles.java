package org.parley.system.bench.load;

import org.HdrHistogram.Histogram;

/** Milliseconds; of nothing all are 0. */
public record Percentiles(double p50, double p99, double p999) {

  private static final double MICROS_PER_MILLI = 1000;

  static Percentiles of(Histogram micros) {
    return new Percentiles(
        micros.getValueAtPercentile(50) / MICROS_PER_MILLI,
        micros.getValueAtPercentile(99) / MICROS_PER_MILLI,
        micros.getValueAtPercentile(99.9) / MICROS_PER_MILLI);
  }
}
