package org.parley.system.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

  @Test
  void goesOnWhereARunWasStopped(@TempDir Path folder) {
    Path file = folder.resolve("some/results.json");
    Results first = Results.in(file);
    first.describe(Machine.here(), "2026-11-26");
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
}
