package org.parley.system.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.system.bench.peer.ParleyContender;
import org.parley.system.bench.result.Results;
import org.parley.system.bench.result.Sample;
import org.parley.system.bench.scene.Cell;
import org.parley.system.bench.scene.Scene;
import org.parley.system.bench.scene.SignIns;
import org.parley.system.run.LocalSystem;
import org.parley.system.run.Progress;

/**
 * Twenty people who do nothing but sign in, and what messages take meanwhile and without them, in
 * turn. user-service shares its core with PostgreSQL and the load, as in every other suite.
 */
final class SignInSuite {

  private static final String SCENE = "sign-ins";
  private static final int PEOPLE = 20;
  private static final int ROUNDS = 3;
  private static final double SECONDS = 20;
  private static final double WARM_UP_SECONDS = 20;

  /** Of ten rooms of a hundred: 10,000 deliveries a second, a tenth of what saturates it. */
  private static final double SENDS_PER_SECOND = 100;

  /** What of a measurement of messages stands beside the sign-ins. */
  private static final List<String> BESIDE =
      List.of("p50_ms", "p99_ms", "ack_p99_ms", "load_lag_p99_ms", "deliveries_per_s");

  private final Results results;
  private final Progress progress;

  SignInSuite(Results results, Progress progress) {
    this.results = results;
    this.progress = progress;
  }

  void run() throws InterruptedException {
    if (results.has(SCENE, ParleyContender.NAME, ROUNDS)) {
      return; // the last one
    }
    try (LocalSystem system = OwnSystem.onTheFirstCore()) {
      results.durability(Durability.of(system));
      ParleyContender parley = ParleyContender.of(system);
      SignIns signIns = SignIns.of(system.description().origin(), PEOPLE);
      Cell.measureAt(Scene.TEN_ROOMS, parley, SENDS_PER_SECOND, WARM_UP_SECONDS);
      for (int round = 1; round <= ROUNDS; round++) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.putAll(beside("without_", parley));
        signIns.begin();
        try {
          metrics.putAll(beside("with_", parley));
        } finally {
          metrics.putAll(signIns.end());
        }
        results.add(new Sample(SCENE, ParleyContender.NAME, round, metrics));
        progress.line(SCENE + ", round " + round + ": " + metrics);
      }
    }
  }

  private static Map<String, Double> beside(String prefix, ParleyContender parley)
      throws InterruptedException {
    Map<String, Double> all = Cell.measureAt(Scene.TEN_ROOMS, parley, SENDS_PER_SECOND, SECONDS);
    Map<String, Double> beside = new LinkedHashMap<>();
    BESIDE.forEach(name -> beside.put(prefix + name, all.getOrDefault(name, 0.0)));
    return beside;
  }
}
