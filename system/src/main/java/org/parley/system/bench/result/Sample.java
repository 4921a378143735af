package org.parley.system.bench.result;

import java.util.Locale;
import java.util.Map;

/** What one contender did in one scene in one round. */
public record Sample(String scene, String contender, int round, Map<String, Double> metrics) {

  /** In a line, for somebody who waits. */
  public String inShort() {
    return String.format(
        Locale.ROOT,
        "%-22s%-14s%,8.0f deliveries/s%,7.0f sends/s%6.1f µs a delivery%7.0f µs a send  p99 %.1f ms",
        scene,
        contender,
        metrics.getOrDefault("saturation_deliveries_per_s", 0.0),
        metrics.getOrDefault("saturation_sends_per_s", 0.0),
        metrics.getOrDefault("cpu_us_per_delivery", 0.0),
        metrics.getOrDefault("cpu_us_per_send", 0.0),
        metrics.getOrDefault("p99_ms", 0.0));
  }

  boolean isOf(String otherScene, String otherContender, int otherRound) {
    return scene.equals(otherScene) && contender.equals(otherContender) && round == otherRound;
  }
}
