package org.parley.chat.limit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.parley.contract.limit.Rate;

/** What the limits add to a frame and to a send; the shared bucket answers at once. */
@State(Scope.Thread)
public class LimitBenchmark {

  // So much that nothing is refused: that is not what is measured.
  private static final Rate SENDS = new Rate(1_000_000, Duration.ofMillis(1), 1_000_000);
  private static final int PEOPLE = 1_000;

  private final FramePace pace =
      new FramePace(new Rate(1_000_000, Duration.ofMillis(1), 1_000), System::nanoTime);
  private final SharedBuckets sends =
      new SharedBuckets(
          "send",
          SENDS,
          (key, tokens, rate) -> CompletableFuture.completedFuture(rate.burst()),
          System::nanoTime);

  private int person;

  @Benchmark
  public long frame() {
    return pace.take();
  }

  @Benchmark
  public long send() {
    person = (person + 1) % PEOPLE;
    return sends.take(1_000L + person);
  }
}
