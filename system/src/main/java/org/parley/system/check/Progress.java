package org.parley.system.check;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.parley.system.check.scene.Course.Stage;
import org.parley.system.check.scene.Scene;
import org.parley.system.check.scene.Tally;
import org.parley.system.check.scene.Tally.Count;

/**
 * A line about how it goes: on a terminal one that is rewritten, elsewhere one every few seconds.
 * Used by one thread.
 */
final class Progress {

  private static final Duration ON_TERMINALS = Duration.ofSeconds(1);

  /** A log should be readable afterwards. */
  private static final Duration IN_LOGS = Duration.ofSeconds(5);

  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final long begin = System.nanoTime();
  private long shownAt;
  private boolean shown;

  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Shows where it stands, unless that was shown a moment ago. */
  void show(Scene scene, Stage stage) {
    long now = System.nanoTime();
    Duration pause = terminal ? ON_TERMINALS : IN_LOGS;
    if (shown && now - shownAt < pause.toNanos()) {
      return;
    }
    shown = true;
    shownAt = now;
    String line = line(scene, stage, Duration.ofNanos(now - begin));
    if (terminal) {
      out.print(ERASE_LINE + line);
    } else {
      out.println(line);
    }
    out.flush();
  }

  /** Leaves the line as it is; what comes next begins on a new one. */
  void end() {
    if (terminal && shown) {
      out.println();
    }
  }

  static String line(Scene scene, Stage stage, Duration elapsed) {
    Tally tally = scene.tally();
    return String.format(
        Locale.ROOT,
        "%4d s %-8s  sent %d  acked %d  delivered %d  drops %d  resumes %d  resyncs %d  violations %d",
        elapsed.toSeconds(),
        stage.name().toLowerCase(Locale.ROOT),
        tally.of(Count.SENT) + tally.of(Count.CHANGES_SENT),
        tally.of(Count.ACKED) + tally.of(Count.CHANGES_ACKED),
        tally.of(Count.DELIVERED),
        tally.of(Count.DROPS),
        tally.of(Count.RESUMES),
        tally.of(Count.RESYNCS),
        scene.findings().total());
  }
}
