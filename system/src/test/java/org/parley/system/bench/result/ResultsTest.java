package org.parley.system.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

  private static final Machine HERE = Machine.here("20.1.0", "26.0.0.5");

  @Test
  void goesOnWhereARunWasStopped(@TempDir Path folder) {
    Path file = folder.resolve("some/results.json");
    Results first = Results.in(file);
    first.describe(HERE, "c1", "2026-11-26");
    first.durability(Map.of("fsync", "on"));
    first.add(new Sample("hot-room", "ws", 2, Map.of("p99_ms", 1.5)));
    first.add(new GrowthPoint("rooms", 10, "parley", Map.of()));

    Results later = Results.in(file);
    assertThat(later.has("hot-room", "ws", 2)).isTrue();
    assertThat(later.has("hot-room", "ws", 1)).isFalse();
    assertThat(later.has("hot-room", "parley", 2)).isFalse();
    assertThat(later.has("rooms", 10)).isTrue();
    assertThat(later.has("rooms", 100)).isFalse();
    assertThat(later.samples()).isEqualTo(first.samples());
  }

  @Test
  void knowsOfWhichCommitItIs(@TempDir Path folder) {
    Path file = folder.resolve("results.json");
    Results results = Results.in(file);
    results.describe(HERE, "c1", "2026-11-26");
    assertThat(results.areOf("c2")).as("nothing is in it yet").isTrue();

    results.add(new Sample("hot-room", "ws", 1, Map.of("p99_ms", 1.5)));

    assertThat(Results.in(file).areOf("c1")).isTrue();
    assertThat(Results.in(file).areOf("c2")).isFalse();
  }

  @Test
  void isOfAnUnknownCommitWhereNoneIsSaid(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("results.json");
    Files.writeString(
        file,
        """
        {"machine": {"cpus": 2}, "date": "2026-11-26", "durability": {}, "growth": [],
         "samples": [{"scene": "hot-room", "contender": "ws", "round": 1, "metrics": {}}],
         "soak": []}
        """);

    assertThat(Results.in(file).areOf("c1")).isFalse();
    assertThat(Results.in(file).areOf("")).isTrue();
  }
}
