package org.parley.chat;

import static org.parley.contract.Json.json;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/**
 * What a message costs in code of ours, in time and memory: all benchmarks that JMH knows here,
 * each beside what it measures. Not part of the build: {@code ./mvnw -pl chat-service -am test
 * -Dtest=HotPathBenchmark -Dsurefire.failIfNoSpecifiedTests=false}; only some of them with {@code
 * -Dparley.benchmarks=FanOut}. Four minutes; the table is also written to target/jmh.json.
 */
class HotPathBenchmark {

  /** For the compiler: after three, some still became faster on two busy cores. */
  private static final int WARM_UPS = 5;

  /** One of them at least is likely to meet nothing else that the machine does. */
  private static final int ROUNDS = 5;

  private static final TimeValue ROUND = TimeValue.seconds(1);

  private static final Path TABLE = Path.of("target", "jmh.json");

  /**
   * One line of the table.
   *
   * @param deliveries how many of them one operation is
   * @param nanos of an operation in the fastest round: whatever disturbs a round only adds
   * @param slowest the same in the slowest: far away, something else ran and it is to be repeated
   */
  private record Cost(
      String benchmark,
      int deliveries,
      double nanos,
      double slowest,
      double bytes,
      double nanosPerDelivery,
      double bytesPerDelivery) {

    static Cost of(RunResult result) {
      String name = result.getParams().getBenchmark();
      String deliveries = result.getParams().getParam("deliveries");
      int each = deliveries == null ? 1 : Integer.parseInt(deliveries);
      Statistics rounds = result.getPrimaryResult().getStatistics();
      double nanos = rounds.getMin();
      double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
      return new Cost(
          name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
          each,
          nanos,
          rounds.getMax(),
          bytes,
          nanos / each,
          bytes / each);
    }

    @Override
    public String toString() {
      return "%-34s %10d %,12.0f %,12.0f %,12.0f %14.1f %14.1f"
          .formatted(
              benchmark, deliveries, nanos, slowest, bytes, nanosPerDelivery, bytesPerDelivery);
    }
  }

  @Test
  void whatAMessageCosts() throws Exception {
    List<Cost> costs = run().stream().map(Cost::of).toList();
    System.out.printf(
        "%-34s %10s %12s %12s %12s %14s %14s%n",
        "benchmark", "deliveries", "ns/op", "slowest", "bytes/op", "ns/delivery", "bytes/delivery");
    costs.forEach(System.out::println);
    json().writerWithDefaultPrettyPrinter().writeValue(TABLE.toFile(), costs);
  }

  private static Collection<RunResult> run() throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(System.getProperty("parley.benchmarks", ".*"))
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .warmupIterations(WARM_UPS)
            .warmupTime(ROUND)
            .measurementIterations(ROUNDS)
            .measurementTime(ROUND)
            .forks(1) // more would tell how compilations differ, and take as many times as long
            // As the server has it; named here also so that the coverage agent of tests is not.
            .jvmArgs("-XX:+UseG1GC", "-Xmx768m")
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .build();
    return new Runner(options).run();
  }
}
