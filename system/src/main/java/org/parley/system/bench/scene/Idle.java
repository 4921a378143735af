package org.parley.system.bench.scene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.parley.system.bench.peer.Contender;
import org.parley.system.bench.peer.ProcessUse;

/** What sockets cost that say nothing, and how fast they come. */
public final class Idle {

  /** A thousand rooms of ten: as many as one instance should hold. */
  public static final Scene TEN_THOUSAND = new Scene("idle-10000", 1_000, 10, 1, 100, false, 1);

  /** Comes and goes before: what a server loads for its first sockets is no cost of the next. */
  private static final Scene WARM_UP = new Scene("idle-warm-up", 200, 10, 1, 100, false, 1);

  private static final long SETTLE_SECONDS = 5;
  private static final double WATCHED_SECONDS = 15;
  private static final double MICROS = 1e6;

  private Idle() {}

  /** Measures it. */
  public static Map<String, Double> measure(Scene scene, Contender contender)
      throws InterruptedException {
    long pid = contender.serverPids().getFirst();
    contender.people(Scene.PEOPLE);
    new Crowd(WARM_UP, contender).close();
    contender.collectGarbage();
    long before = resident(pid);
    Map<String, Double> metrics = new LinkedHashMap<>();
    try (Crowd crowd = new Crowd(scene, contender)) {
      metrics.put("connects_per_s", crowd.connectsPerSecond());
      TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
      metrics.put("bytes_per_socket_as_connected", (resident(pid) - before) / size(scene));
      ProcessUse begin = ProcessUse.of(List.of(pid));
      TimeUnit.MILLISECONDS.sleep((long) (WATCHED_SECONDS * 1e3));
      double cpu = ProcessUse.of(List.of(pid)).cpuMicrosSince(begin);
      metrics.put("core_share", cpu / MICROS / WATCHED_SECONDS);
      contender.collectGarbage();
      metrics.put("bytes_per_socket", (resident(pid) - before) / size(scene));
      metrics.put("resident_mib", resident(pid) / (double) (1 << 20));
      metrics.put("whole", crowd.isWhole() ? 1.0 : 0.0);
    }
    return metrics;
  }

  private static double size(Scene scene) {
    return scene.sockets();
  }

  private static long resident(long pid) {
    return ProcessUse.of(List.of(pid)).residentBytes();
  }
}
