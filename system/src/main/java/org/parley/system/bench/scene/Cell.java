package org.parley.system.bench.scene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.system.bench.load.Percentiles;
import org.parley.system.bench.load.Window;
import org.parley.system.bench.peer.Contender;

/** One scene on one contender: its saturation, and what it costs at half of that. */
public final class Cell {

  /** At a hundred sends a second enough for a 99.9th percentile. */
  private static final double SECONDS = 8;

  private static final double HALF = 0.5;

  /** Deliveries a second: less than half of what each of them sustains. */
  private static final double SAME_DELIVERIES = 20_000;

  private Cell() {}

  /** Measures it; metrics by their name in the results. */
  public static Map<String, Double> measure(Scene scene, Contender contender)
      throws InterruptedException {
    Map<String, Double> metrics = new LinkedHashMap<>();
    try (Crowd crowd = new Crowd(scene, contender)) {
      metrics.put("connects_per_s", crowd.connectsPerSecond());
      Optional<Step> best = new Saturation(crowd, contender).find(scene.beginPerSecond());
      if (best.isPresent()) {
        saturation(metrics, best.get());
        costs(metrics, scene, best.get().perSecond(), crowd, contender);
      }
    }
    return metrics;
  }

  /** At half of its saturation, and at a rate that is the same for all. */
  private static void costs(
      Map<String, Double> metrics, Scene scene, double most, Crowd crowd, Contender contender)
      throws InterruptedException {
    cost(metrics, most * HALF, SECONDS, crowd, contender);
    if (!scene.countsSends()) {
      Map<String, Double> same = new LinkedHashMap<>();
      cost(same, SAME_DELIVERIES / scene.members(), SECONDS, crowd, contender);
      metrics.put("cpu_us_per_delivery_at_20k", same.get("cpu_us_per_delivery"));
      metrics.put("p99_ms_at_20k", same.get("p99_ms"));
    }
  }

  /** What it costs at one rate, without looking for saturation. */
  public static Map<String, Double> measureAt(
      Scene scene, Contender contender, double perSecond, double seconds)
      throws InterruptedException {
    Map<String, Double> metrics = new LinkedHashMap<>();
    try (Crowd crowd = new Crowd(scene, contender)) {
      metrics.put("connects_per_s", crowd.connectsPerSecond());
      cost(metrics, perSecond, seconds, crowd, contender);
    }
    return metrics;
  }

  /** The same in these rooms, which may hold something already. */
  public static Map<String, Double> measureIn(
      Scene scene, Contender contender, List<Long> rooms, double perSecond, double seconds)
      throws InterruptedException {
    Map<String, Double> metrics = new LinkedHashMap<>();
    try (Crowd crowd = new Crowd(scene, contender, rooms)) {
      cost(metrics, perSecond, seconds, crowd, contender);
    }
    return metrics;
  }

  private static void saturation(Map<String, Double> metrics, Step best) {
    metrics.put("saturation_deliveries_per_s", best.deliveriesPerSecond());
    metrics.put("saturation_sends_per_s", best.acksPerSecond());
    percentiles(metrics, "saturation_load_lag_", best.window().lag());
    metrics.put("saturation_server_core", best.serverCpuShare());
    metrics.put("out_of_order_share", outOfOrder(best.window()));
  }

  private static void cost(
      Map<String, Double> metrics,
      double perSecond,
      double seconds,
      Crowd crowd,
      Contender contender)
      throws InterruptedException {
    Step step = crowd.send(perSecond, seconds, new Measured(contender, crowd.instances()));
    Window window = step.window();
    metrics.put("sends_per_s", step.acksPerSecond());
    metrics.put("deliveries_per_s", step.deliveriesPerSecond());
    double deliveries = Math.max(1, window.delivered());
    double sends = Math.max(1, window.acked());
    metrics.put("cpu_us_per_delivery", step.serverCpuMicros() / deliveries);
    metrics.put("system_cpu_us_per_delivery", step.systemCpuMicros() / deliveries);
    metrics.put("cpu_us_per_send", step.serverCpuMicros() / sends);
    metrics.put("system_cpu_us_per_send", step.systemCpuMicros() / sends);
    percentiles(metrics, "", window.latency());
    percentiles(metrics, "ack_", window.ack());
    percentiles(metrics, "load_lag_", window.lag());
    metrics.put("sustained", step.isSustained() ? 1.0 : 0.0);
    metrics.put("out_of_order_share_at_cost", outOfOrder(window));
  }

  private static void percentiles(Map<String, Double> metrics, String what, Percentiles times) {
    metrics.put(what + "p50_ms", times.p50());
    metrics.put(what + "p99_ms", times.p99());
    metrics.put(what + "p999_ms", times.p999());
  }

  private static double outOfOrder(Window window) {
    return window.outOfOrder() / (double) Math.max(1, window.ordered());
  }
}
