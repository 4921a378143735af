package org.parley.system.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.system.support.Checker;

/** A line for each fault, for docs/faults.md. */
final class FaultTable {

  private static final Path FILE = Path.of("target", "chaos", "table.md");

  private final List<String> lines =
      new ArrayList<>(
          List.of(
              "| fault | acknowledged | delivered | lost | doubled | disorder | unknown | resyncs | set back"
                  + " | worst ack s | worst delivery s | bound s | longest pause s | kicked | logged out |",
              "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|---|"));

  void add(Fault fault, Checker.Outcome outcome, Removals.Outcome removed) {
    String line =
        String.format(
            Locale.ROOT,
            "| %s | %,d | %s %% | %d | %d | %d | %d | %d | %d | %.1f | %.1f | %d | %.1f | %s | %s |",
            fault.name(),
            outcome.count("acked") + outcome.count("changes_acked"),
            outcome.report().path("delivered_percent").asText(),
            outcome.violations("lost"),
            outcome.violations("doubled"),
            outcome.violations("disorder"),
            outcome.count("unknown") + outcome.count("changes_unknown"),
            outcome.count("resyncs"),
            outcome.count("set_back"),
            outcome.worstAckMs() / 1_000,
            outcome.worstDeliveryMs() / 1_000,
            fault.bound().toSeconds(),
            outcome.longestPauseMs() / 1_000,
            removed.kicked(),
            removed.loggedOut());
    lines.add(line);
    System.out.println(line);
  }

  void write() {
    try {
      Files.createDirectories(FILE.getParent());
      Files.write(FILE, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
