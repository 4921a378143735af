package org.parley.system.run;

import java.io.PrintStream;
import java.util.Locale;

/** Who is told how the start and the stop get on, one line at a time. Called by several threads. */
@FunctionalInterface
public interface Progress {

  void line(String text);

  /** Prints each line with the seconds since now in front. */
  static Progress to(PrintStream out) {
    long begin = System.nanoTime();
    return text ->
        out.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - begin) / 1e9, text);
  }
}
