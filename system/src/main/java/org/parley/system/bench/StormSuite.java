package org.parley.system.bench;

import java.util.Map;
import org.parley.system.bench.peer.ParleyContender;
import org.parley.system.bench.result.Results;
import org.parley.system.bench.result.Sample;
import org.parley.system.bench.storm.Storm;
import org.parley.system.bench.storm.StormScene;
import org.parley.system.run.LocalSystem;
import org.parley.system.run.Progress;

/** A storm on a system of its own, of which only one instance is left afterwards. */
final class StormSuite {

  private final Results results;
  private final Progress progress;

  StormSuite(Results results, Progress progress) {
    this.results = results;
    this.progress = progress;
  }

  void killed() throws InterruptedException {
    run(StormScene.TEN_THOUSAND);
  }

  void sentAway() throws InterruptedException {
    run(StormScene.TEN_THOUSAND_SENT_AWAY);
  }

  private void run(StormScene scene) throws InterruptedException {
    if (results.has(scene.name(), ParleyContender.NAME, 1)) {
      return;
    }
    try (LocalSystem system = OwnSystem.onTheFirstCore()) {
      results.durability(Durability.of(system));
      progress.line("Parley is ready for a storm");
      Map<String, Double> metrics = Storm.measure(scene, ParleyContender.of(system), progress);
      results.add(new Sample(scene.name(), ParleyContender.NAME, 1, metrics));
      progress.line(scene.name() + ": " + metrics);
    }
  }
}
