package org.parley.system.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.parley.system.bench.load.LoadProblem;
import org.parley.system.bench.result.Machine;
import org.parley.system.bench.result.Results;
import org.parley.system.bench.result.Table;
import org.parley.system.bench.scene.Scene;
import org.parley.system.option.Options;
import org.parley.system.process.ParentWatch;
import org.parley.system.run.Progress;
import org.parley.system.settings.ProjectFolder;
import org.parley.system.settings.StartProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * {@code parley.jar bench}. Exit codes: 0 measured, 1 could not, 2 called wrongly. It starts a
 * system of its own beside whatever runs, and ends it.
 */
@Command(
    name = "bench",
    sortOptions = false,
    separator = " ",
    usageHelpAutoWidth = true,
    customSynopsis = "java -jar parley.jar bench [options]%n",
    description =
        "Measures Parley beside Socket.IO and bare ws, on a system of its own. What is in the "
            + "results already is not measured again, so a run that was stopped goes on. Nothing "
            + "else should run on the machine. docs/benchmark.md explains the results.%n")
public final class BenchCommand implements Callable<Integer> {

  /** What can be measured. */
  enum Suite {
    /** Saturation and cost beside the others: about 45 minutes. */
    table,
    /** Memory of 10,000 idle sockets, and how fast they come: about 5 minutes. */
    idle,
    /** Cost against sockets, recipients, rooms, instances and history: about 15 minutes. */
    growth,
    /** At one rate while people come and go: 20 minutes with --seconds 1200. */
    soak,
    /** One scene at one rate for as long as somebody wants to look at it, with a profiler say. */
    steady,
    /** How long each service takes until it is ready, by itself on all cores: about 5 minutes. */
    ready,
    /** Twenty people who do nothing but sign in, and messages beside it: about 4 minutes. */
    signins,
    /** 10,000 clients are sent away by an instance that ends in good order: about 5 minutes. */
    drain,
    /** 10,000 clients come back after their instance was killed: about 5 minutes. */
    storm
  }

  /** The others start their own, and leave nothing of it that could still be measured. */
  private static final Set<Suite> ON_ONE_SYSTEM =
      EnumSet.of(Suite.table, Suite.idle, Suite.growth, Suite.soak, Suite.steady);

  private static final List<String> SCENES = Scene.TABLE.stream().map(Scene::name).toList();

  @Option(
      names = "--suite",
      paramLabel = "SUITE",
      description = "${COMPLETION-CANDIDATES}; may be repeated; default table.")
  private List<Suite> suites = List.of(Suite.table);

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Of the table, contenders in turn; default ${DEFAULT-VALUE}.")
  private int rounds = 3;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Contenders: parley, parley-batch, socketio, ws; default all.")
  private List<String> only = List.of();

  @Option(
      names = "--scenes",
      paramLabel = "NAME",
      split = ",",
      description = "Scenes of the table, such as rooms-10x100; default all.")
  private List<String> scenes = List.of();

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Deliveries a second when steady or in a soak; default ${DEFAULT-VALUE}.")
  private int deliveriesPerSecond = 20_000;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long to be steady, or to soak; default ${DEFAULT-VALUE}.")
  private int seconds = 30;

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description = "Default system/target/bench/results.json of this project.")
  private Path results =
      ProjectFolder.ofThisProgram().root().resolve("system/target/bench/results.json");

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "This text.")
  private boolean unusedHelp;

  private final PrintStream out;
  private final PrintStream err;

  private BenchCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs the command with these words behind {@code bench} and returns its exit code. */
  public static int execute(List<String> words, PrintStream out, PrintStream err) {
    return Options.of(new BenchCommand(out, err), out, err).execute(words.toArray(String[]::new));
  }

  @Override
  public Integer call() {
    requireKnown("--only", only, Bench.CONTENDERS);
    requireKnown("--scenes", scenes, SCENES);
    requirePositive("--rounds", rounds);
    requirePositive("--rate", deliveriesPerSecond);
    requirePositive("--seconds", seconds);
    ParentWatch.exitWhenParentDies();
    try {
      Results kept = kept();
      measure(kept, Progress.to(out));
      out.print(Table.of(kept.samples()));
      out.println("Results: " + results.toAbsolutePath());
      return 0;
    } catch (LoadProblem | StartProblem problem) {
      err.println(problem.getMessage());
      if (problem.getCause() != null) {
        err.println(problem.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }

  /** What was measured before, if it is of the same commit. */
  private Results kept() throws InterruptedException {
    Results kept = Results.in(results);
    Versions versions = Versions.of(ProjectFolder.ofThisProgram());
    if (!kept.areOf(versions.commit())) {
      throw new LoadProblem(
          results
              + " holds figures of "
              + (kept.commit().isEmpty() ? "an unknown commit" : "commit " + kept.commit())
              + ", and this is "
              + versions.commit()
              + ": name another file with --results, or delete that one.");
    }
    kept.describe(
        Machine.here(versions.node(), versions.liberty()),
        versions.commit(),
        LocalDate.now(ZoneOffset.UTC).toString());
    return kept;
  }

  private void requireKnown(String option, List<String> names, List<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        throw wrong(option + " knows no \"" + name + "\", but " + String.join(", ", known) + ".");
      }
    }
  }

  private void requirePositive(String option, int number) {
    if (number < 1) {
      throw wrong(option + " must be at least 1.");
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(new CommandLine(this), sentence);
  }

  private void measure(Results kept, Progress progress) throws InterruptedException {
    Set<Suite> wanted = EnumSet.copyOf(suites);
    if (wanted.contains(Suite.ready)) {
      new ReadySuite(kept, progress).run(); // first: the others leave a core, for good
    }
    if (!Collections.disjoint(wanted, ON_ONE_SYSTEM)) {
      try (Bench bench = Bench.start(kept, only, progress)) {
        for (Suite suite : wanted) {
          switch (suite) {
            case table -> bench.table(rounds, scenes);
            case idle -> bench.idle();
            case growth -> bench.growth();
            case soak -> bench.soak(deliveriesPerSecond, seconds);
            case steady -> bench.steady(scenes, deliveriesPerSecond, seconds);
            case ready, signins, drain, storm -> {} // before and after: on systems of their own
          }
        }
      }
    }
    if (wanted.contains(Suite.signins)) {
      new SignInSuite(kept, progress).run();
    }
    if (wanted.contains(Suite.drain)) {
      new StormSuite(kept, progress).sentAway();
    }
    if (wanted.contains(Suite.storm)) {
      new StormSuite(kept, progress).killed();
    }
  }
}
