package org.parley.chat.probe;

import static org.parley.contract.metric.Metrics.described;

import java.time.Duration;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Timer;

/** How rounds end, in the metrics; there from zero on instances that probe. */
record ProbeMetrics(Timer rounds, Counter losses) implements Rounds.Watch {

  static ProbeMetrics in(MetricRegistry registry) {
    return new ProbeMetrics(
        registry.timer(
            described(
                "probe_round_trip_seconds",
                "A message of the probe from this instance to another, and its answer back.")),
        registry.counter(
            described(
                "probe_losses_total",
                "Messages of the probe that were not stored, or not answered within 10 s.")));
  }

  @Override
  public void answered(Duration round) {
    rounds.update(round.isNegative() ? Duration.ZERO : round);
  }

  @Override
  public void lost() {
    losses.inc();
  }
}
