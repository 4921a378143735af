package org.parley.system.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.system.bench.peer.Cpus;
import org.parley.system.run.LocalSystem;
import org.parley.system.settings.ProjectFolder;
import org.parley.system.settings.SystemSettings;

/** Systems that are started to be measured, without anything in their databases. */
final class OwnSystem {

  private OwnSystem() {}

  /** Its chat instances share the first core; everything else, this program too, leaves it. */
  static LocalSystem onTheFirstCore() throws InterruptedException {
    Cpus.leaveFirst();
    return start(
        Map.of(
            "PARLEY_CHAT_CPUS",
            Cpus.SERVER,
            "PARLEY_CHAT_HEAP",
            "1g",
            // Longer than the longest run: signing in costs what it costs, and that is not
            // measured.
            "PARLEY_ACCESS_TOKEN_TTL",
            "PT12H"));
  }

  /** A system with these settings on top of the usual ones. */
  static LocalSystem start(Map<String, String> changes) {
    Path folder = ProjectFolder.ofThisProgram().root().resolve("system/target/bench");
    // An earlier run's millions of messages would be Parley's burden alone.
    delete(folder.resolve("local-system/data"));
    Map<String, String> settings = new HashMap<>(changes);
    // All load comes from one address, and its people send faster than people do.
    settings.put("PARLEY_RATE_LIMITS", "off");
    return LocalSystem.start(SystemSettings.isolated(folder, settings), line -> {});
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
