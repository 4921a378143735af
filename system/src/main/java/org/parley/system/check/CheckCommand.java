package org.parley.system.check;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.parley.system.check.scene.Plan;
import org.parley.system.check.scene.Plan.Mix;
import org.parley.system.check.wire.CheckProblem;
import org.parley.system.option.Options;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * {@code parley.jar check}. Exit codes: 0 all promises kept, 1 one broken, nothing proved or no end
 * of it, 2 called wrongly.
 */
@Command(
    name = "check",
    sortOptions = false,
    separator = " ",
    usageHelpAutoWidth = true,
    customSynopsis = "java -jar parley.jar check --url URL [options]%n",
    description = {
      "Proves on a running Parley that nothing acknowledged is lost, doubled or out of order: "
          + "writers write at a fixed rate while connections are dropped and resumed, and in the end "
          + "acknowledgements, what every client was shown, and history are compared.%n",
      "It makes accounts and rooms of its own there, whose names begin with check-. Ctrl-C ends the "
          + "writing and still judges. docs/checker.md explains the report.%n"
    })
public final class CheckCommand implements Callable<Integer> {

  /** What a switch of the command line can be. */
  enum Switch {
    on,
    off
  }

  @Option(
      names = "--url",
      required = true,
      paramLabel = "URL",
      description = "Where Parley is, such as http://localhost:8080; may be repeated.")
  private List<URI> urls = List.of();

  @Option(
      names = "--socket-url",
      paramLabel = "URL",
      description =
          "Where clients connect instead of <url>/ws, such as ws://localhost:9081/ws; may be repeated.")
  private List<URI> sockets = List.of();

  @Option(
      names = "--batch",
      description = "Ask for the subprotocol parley.v1.batch instead of parley.v1.")
  private boolean batch;

  @Option(
      names = "--writers",
      paramLabel = "N",
      description = "1 to 100; default ${DEFAULT-VALUE}.")
  private int writers = 4;

  @Option(names = "--readers", paramLabel = "N", description = "Default ${DEFAULT-VALUE}.")
  private int readers = 8;

  @Option(
      names = "--rooms",
      paramLabel = "N",
      description = "Every client is in all of them; default ${DEFAULT-VALUE}.")
  private int rooms = 4;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "How long to write, PT5M or 5m; default ${DEFAULT-VALUE}.")
  private Duration duration = Duration.ofMinutes(1);

  /** Two cores with everything on them do this with most of their time to spare. */
  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Operations a second, of all writers together; default ${DEFAULT-VALUE}.")
  private int rate = 50;

  @Option(
      names = "--drop-every",
      paramLabel = "TIME",
      description =
          "How long a connection lives on average; 0s drops none; default ${DEFAULT-VALUE}.")
  private Duration dropEvery = Duration.ofSeconds(2);

  @Option(
      names = "--mix",
      paramLabel = "S/E/D/R",
      description = "Shares of sends, edits, removals, reactions; default ${DEFAULT-VALUE}.")
  private Mix mix = new Mix(80, 10, 5, 5);

  @Option(
      names = "--changes",
      paramLabel = "on|off",
      description = "off: sends only, whatever the mix says; default ${DEFAULT-VALUE}.")
  private Switch changes = Switch.on;

  @Option(
      names = "--settle",
      paramLabel = "TIME",
      description =
          "How long to wait for answers, then for clients to catch up; default ${DEFAULT-VALUE}.")
  private Duration settle = Duration.ofSeconds(30);

  @Option(
      names = "--max-resyncs",
      paramLabel = "N",
      description =
          "How many a client may need in a room; default 1 and one for every 10 times it came back.")
  private @Nullable Integer maxResyncs;

  @Option(
      names = "--set-back",
      paramLabel = "N",
      description =
          "The database is set back while it runs, to a backup or a standby: at most N acknowledged"
              + " messages may be gone, everything else must hold. With --changes off.")
  private @Nullable Integer setBack;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the report there as JSON, too.")
  private @Nullable Path json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "This text.")
  private boolean unusedHelp;

  private final PrintStream out;
  private final PrintStream err;

  private CheckCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs the command with these words behind {@code check} and returns its exit code. */
  public static int execute(List<String> words, PrintStream out, PrintStream err) {
    return commandLine(new CheckCommand(out, err)).execute(words.toArray(String[]::new));
  }

  /** What the words ask for; wrong ones are a {@link ParameterException}. */
  static Plan plan(String... words) {
    CheckCommand command = new CheckCommand(System.out, System.err);
    commandLine(command).parseArgs(words);
    return command.plan();
  }

  private static CommandLine commandLine(CheckCommand command) {
    CommandLine line = Options.of(command, command.out, command.err);
    line.registerConverter(Duration.class, Words::duration);
    line.registerConverter(Mix.class, Words::mix);
    line.registerConverter(URI.class, Words::address);
    return line;
  }

  private Plan plan() {
    try {
      List<URI> bases = urls.stream().map(Words::base).toList();
      return new Plan(
          bases,
          sockets.isEmpty() ? bases.stream().map(Words::socketOf).toList() : sockets,
          batch ? "parley.v1.batch" : "parley.v1",
          writers,
          readers,
          rooms,
          duration,
          rate,
          changes == Switch.on ? mix : Mix.SENDS_ONLY,
          dropEvery,
          settle,
          maxResyncs,
          setBack);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(
          new CommandLine(this), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  @Override
  public Integer call() {
    CheckRun run = new CheckRun(plan(), new Progress(err, Words.isTerminal()));
    CountDownLatch reported = new CountDownLatch(1);
    Thread onSignal = new Thread(() -> finishBeforeTheEnd(run, reported), "check-on-signal");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      return tell(run.run());
    } catch (CheckProblem problem) {
      err.println(problem.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      reported.countDown();
      forget(onSignal);
    }
  }

  /** Ctrl-C: the process lives until the report is out. */
  private static void finishBeforeTheEnd(CheckRun run, CountDownLatch reported) {
    run.course().stopWriting();
    try {
      reported.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread onSignal) {
    try {
      Runtime.getRuntime().removeShutdownHook(onSignal);
    } catch (IllegalStateException e) {
      // The process is ending, through this very hook.
    }
  }

  private int tell(Report report) {
    out.print(ReportText.text(report));
    out.flush();
    if (json != null) {
      try {
        Files.writeString(json, ReportText.json(report));
      } catch (IOException e) {
        err.println("The report cannot be written to " + json + ": " + e + ".");
        return 1;
      }
    }
    return report.passed() ? 0 : 1;
  }
}
