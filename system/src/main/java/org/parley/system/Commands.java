package org.parley.system;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.parley.system.bench.BenchCommand;
import org.parley.system.check.CheckCommand;
import org.parley.system.liberty.KeysProgram;
import org.parley.system.process.ParentWatch;
import org.parley.system.run.LocalSystem;
import org.parley.system.run.Progress;
import org.parley.system.settings.StartProblem;
import org.parley.system.settings.SystemSettings;

/**
 * The commands of the program. Exit codes: 0 done, 1 could not, 2 called wrongly; 130 and 143 after
 * Ctrl-C and SIGTERM.
 */
public final class Commands {

  private static final String USAGE =
      """
      Usage: java -jar parley.jar [run | keys … | check … | bench …]

        run     start the whole system on this machine and keep it until Ctrl-C (the default)
        keys    the keys that sign tokens: list, rotate, or withdraw one; keys help says more
        check   prove on a running Parley that nothing acknowledged is lost, doubled or out of order;
                check --help lists its options
        bench   measure what a delivery and a send cost, beside Socket.IO and bare ws;
                bench --help lists its options

      Settings are environment variables that begin with PARLEY_; README.md lists them.
      """;

  private Commands() {}

  public static void main(String[] arguments) {
    int exitCode = execute(arguments, System.getenv(), System.out, System.err);
    System.exit(exitCode);
  }

  static int execute(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    String command = arguments.length == 0 ? "run" : arguments[0];
    if (command.equals("check")) {
      return CheckCommand.execute(List.of(arguments).subList(1, arguments.length), out, err);
    }
    if (command.equals("bench")) {
      return BenchCommand.execute(List.of(arguments).subList(1, arguments.length), out, err);
    }
    if (command.equals("keys")) {
      return keys(List.of(arguments).subList(1, arguments.length), environment, out, err);
    }
    if (arguments.length > 1) {
      err.print(USAGE);
      return 2;
    }
    return switch (command) {
      case "run" -> run(environment, out, err);
      case "help", "--help", "-h" -> {
        out.print(USAGE);
        yield 0;
      }
      default -> {
        err.print(USAGE);
        yield 2;
      }
    };
  }

  private static int keys(
      List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    try {
      return KeysProgram.run(SystemSettings.from(environment), arguments, out, err);
    } catch (StartProblem problem) {
      err.println(problem.getMessage());
      return 1;
    }
  }

  /**
   * Returns only when the system could not be started; otherwise a signal ends the process, and the
   * shutdown hook the system.
   */
  private static int run(Map<String, String> environment, PrintStream out, PrintStream err) {
    ParentWatch.exitWhenParentDies();
    try {
      out.println("Parley on Java " + Runtime.version() + ", " + System.getProperty("java.home"));
      LocalSystem system = LocalSystem.start(SystemSettings.from(environment), Progress.to(out));
      out.print(whereToGo(system));
      out.flush();
      new CountDownLatch(1).await();
    } catch (StartProblem problem) {
      err.println();
      err.println(problem.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }

  private static String whereToGo(LocalSystem system) {
    SystemSettings settings = system.settings();
    return String.format(
        """

        Parley is ready: %s

          data  %s
          keys  %s
          logs  %s
          this system, for programs: %s

        Stop it with Ctrl-C.

        """,
        system.description().origin(),
        settings.dataFolder(),
        settings.keyFolder(),
        settings.logFolder(),
        settings.descriptionFile());
  }
}
