package org.parley.system.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.parley.system.bench.load.LoadProblem;

/**
 * Who runs where: the server that is measured has the first core to itself, and the load, the
 * databases and everything else share the others. Linux only.
 */
public final class Cpus {

  /** For the server that is measured, as {@code taskset -c} takes it. */
  public static final String SERVER = "0";

  /** Before any was left. */
  private static final int ALL = Runtime.getRuntime().availableProcessors();

  private static final Path TASKSET = Path.of("/usr/bin/taskset");

  private Cpus() {}

  /**
   * Moves this process, and what it starts from now on, to the other cores; may be called again.
   */
  public static void leaveFirst() throws InterruptedException {
    if (!Files.isExecutable(TASKSET) || ALL < 2) {
      throw new LoadProblem(
          "The benchmark needs Linux with taskset (util-linux) and at least two cores.");
    }
    run(
        List.of(
            TASKSET.toString(),
            "-a",
            "-c",
            "-p",
            "1-" + (ALL - 1),
            Long.toString(ProcessHandle.current().pid())));
  }

  /** A command that runs on the first core. */
  static List<String> onFirst() {
    return List.of(TASKSET.toString(), "-c", SERVER);
  }

  private static void run(List<String> words) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      if (process.waitFor() != 0) {
        throw new LoadProblem(String.join(" ", words) + " failed.");
      }
    } catch (IOException e) {
      throw new LoadProblem(String.join(" ", words) + " failed.", e);
    }
  }
}
