package org.parley.system.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.parley.system.bench.load.LoadProblem;

/** Asks a Java process of ours something, by the JDK's own tool. */
final class Jcmd {

  private Jcmd() {}

  /** Collects the garbage of this process, so that what is left is what it needs. */
  static void collectGarbage(long pid) throws InterruptedException {
    List<String> words =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            Long.toString(pid),
            "GC.run");
    try {
      Process jcmd =
          new ProcessBuilder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      if (jcmd.waitFor() != 0) {
        throw new LoadProblem("Process " + pid + " did not collect its garbage.");
      }
    } catch (IOException e) {
      throw new LoadProblem("The JDK's jcmd could not be started.", e);
    }
  }
}
