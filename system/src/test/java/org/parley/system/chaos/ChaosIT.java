package org.parley.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault, with the checker writing and reading throughout: nothing acknowledged is lost,
 * doubled or out of order. {@code verify} runs the shorter ones, {@code ./mvnw -Pchaos} all; what
 * they cost is in target/chaos/table.md.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChaosIT {

  private final FaultTable table = new FaultTable();
  private ChaosSystem system;

  @BeforeAll
  void start() {
    system = ChaosSystem.start();
  }

  @AfterAll
  void end() {
    try {
      table.write();
    } finally {
      if (system != null) {
        system.close();
      }
    }
  }

  static List<Fault> faults() {
    return Faults.chosen();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void nothingAcknowledgedIsLostDoubledOrOutOfOrder(Fault fault) throws Exception {
    Checker checker = Checker.begin(system, fault);
    Removals.Outcome removed = during(fault);
    Checker.Outcome outcome = checker.end();
    table.add(fault, outcome, removed);

    assertThat(outcome.exitCode()).as(outcome.text()).isZero();
    assertThat(outcome.count("unknown") + outcome.count("changes_unknown"))
        .as("without a final answer: %s", outcome.text())
        .isZero();
  }

  private Removals.Outcome during(Fault fault) throws Exception {
    try (Removals removals = new Removals(system)) {
      CompletableFuture<Removals.Outcome> removed = CompletableFuture.supplyAsync(removals::run);
      fault.script().run(system);
      return removed.handle((done, failure) -> done == null ? Removals.UNSEEN : done).join();
    }
  }
}
