package org.parley.system.bench.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  /** As the tests of backoff.ts have it. */
  @ParameterizedTest
  @CsvSource({"0, 1000", "1, 2000", "4, 16000", "5, 30000", "1000, 30000"})
  void spreadsOverTheWholeSpanUpToABoundThatDoubles(int attempt, long bound) {
    SplittableRandom random = new SplittableRandom(1);
    LongStream.Builder pauses = LongStream.builder();
    for (int i = 0; i < 10_000; i++) {
      pauses.add(Backoff.millis(attempt, random));
    }
    long[] sorted = pauses.build().sorted().toArray();
    assertThat(sorted[0]).isBetween(500L, 510 + bound / 100);
    assertThat(sorted[sorted.length - 1]).isBetween(bound - bound / 100, bound);
  }
}
