package org.parley.contract.limit;

import static java.util.Objects.requireNonNull;
import static org.parley.contract.metric.Metrics.described;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts what was refused, {@code rate_limited_total{limit}}, from zero, and tells whether limits
 * hold at all.
 *
 * @param <L> the limits of a service: the closed list of labels
 */
public final class LimitCounts<L extends Enum<L>> {

  private final Map<L, Counter> counters;

  public LimitCounts(MetricRegistry registry, Class<L> limits, boolean on) {
    counters = new EnumMap<>(limits);
    Arrays.stream(limits.getEnumConstants())
        .forEach(limit -> counters.put(limit, counter(registry, limit)));
    Gauge<Integer> enabled = () -> on ? 1 : 0;
    registry.gauge(
        described("rate_limits_enabled", "1; 0 while PARLEY_RATE_LIMITS is off."),
        enabled,
        Gauge::getValue);
  }

  /** Something was refused by this limit. */
  public void refused(L limit) {
    requireNonNull(counters.get(limit), "every limit has its counter").inc();
  }

  private static Counter counter(MetricRegistry registry, Enum<?> limit) {
    return registry.counter(
        described(
            "rate_limited_total", "What was refused because somebody did it too often, by limit."),
        new Tag("limit", limit.name().toLowerCase(Locale.ROOT)));
  }
}
