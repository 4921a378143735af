package org.parley.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.system.support.Checker;

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
    String missing = fault.script().missing();
    assumeTrue(missing.isEmpty(), missing);
    Checker checker = fault.begin(system);
    Removals.Outcome removed = Removals.UNSEEN;
    Checker.Outcome outcome;
    try {
      removed = during(fault);
    } catch (Exception | AssertionError e) {
      e.printStackTrace(); // what else fails because of it comes first in the report
      throw e;
    } finally {
      outcome = checker.end(); // it must not write into the next fault
      table.add(fault, outcome, removed);
    }

    assertThat(outcome.exitCode()).as(outcome.text()).isZero();
    assertThat(outcome.count("unknown") + outcome.count("changes_unknown"))
        .as("without a final answer: %s", outcome.text())
        .isZero();
  }

  private Removals.Outcome during(Fault fault) throws Exception {
    try (Removals removals = new Removals(system)) {
      CompletableFuture<Removals.Outcome> removed = CompletableFuture.supplyAsync(removals::run);
      fault.script().run(system);
      return removed.exceptionally(ChaosIT::unseen).join();
    }
  }

  private static Removals.Outcome unseen(Throwable failure) {
    if (failure.getCause() instanceof AssertionError wrong) {
      throw wrong;
    }
    System.out.println("Nobody was seen leaving: " + failure.getCause());
    return Removals.UNSEEN; // the fault took away whom it watched
  }
}
