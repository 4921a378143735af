package org.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Signal;
import org.parley.system.support.StartedProgram;

/**
 * Whatever ends the program, nothing of the system stays. Each test starts a whole system of its
 * own.
 */
class ShutdownIT {

  // Liberty may take 25 s to drain before it is killed; the parts end one after another, usually
  // within 5 s in all.
  private static final long END_LIMIT_SECONDS = 90;

  // Kept between the tests: the second start is quicker, and shows that data left by any end can be
  // used again.
  private static final Path FOLDER = Path.of("target", "shutdown-system").toAbsolutePath();

  @Test
  void leavesNothingAfterCtrlCInTheMiddleOfTheStart() throws Exception {
    try (StartedProgram program = StartedProgram.start(FOLDER)) {
      program.awaitLine("chat instances are starting");
      List<ProcessHandle> processes = program.processes();

      Signal.send("INT", program.process().pid());

      assertGone(program, processes);
      assertThat(program.awaitEnd())
          .anyMatch(line -> line.contains("PostgreSQL stopped"))
          .noneMatch(line -> line.contains("\tat "));
      assertThat(program.process().exitValue()).isEqualTo(130);
    }
  }

  @Test
  void leavesNothingAfterSigtermAndSendsClientsAwayBefore() throws Exception {
    try (StartedProgram program = StartedProgram.start(FOLDER)) {
      program.awaitLine("Parley is ready");
      List<ProcessHandle> processes = program.processes();
      RunningSystem system = RunningSystem.at(program.descriptionFile());
      try (Farewell client = Farewell.of(system, 0)) {
        Signal.send("TERM", program.process().pid());
        client.assertOrderly();
      }

      assertGone(program, processes);
      assertThat(program.process().exitValue()).isEqualTo(143);
    }
  }

  @Test
  void leavesNothingWhenOnlyItsParentIsKilled() throws Exception {
    // The shell waits for a child instead of becoming it, because another command follows.
    try (StartedProgram program =
        StartedProgram.start(FOLDER, "sh", "-c", "\"$@\"; exit", "parent")) {
      program.awaitLine("Parley is ready");
      List<ProcessHandle> processes = program.processes();

      Signal.send("KILL", program.process().pid());

      assertGone(program, processes);
    }
  }

  @Test
  void leavesNothingWhenItIsKilledItself() throws Exception {
    try (StartedProgram program = StartedProgram.start(FOLDER)) {
      program.awaitLine("Parley is ready");
      List<ProcessHandle> processes = program.processes();

      Signal.send("KILL", program.process().pid());

      assertGone(program, processes);
    }
  }

  private static void assertGone(StartedProgram program, List<ProcessHandle> processes)
      throws Exception {
    // Itself, PostgreSQL or its starter, Redis, the services, the shell that watches.
    assertThat(processes).hasSizeGreaterThan(5);
    for (ProcessHandle process : processes) {
      process.onExit().get(END_LIMIT_SECONDS, TimeUnit.SECONDS);
    }
    assertThat(program.descriptionFile()).doesNotExist();
  }
}
