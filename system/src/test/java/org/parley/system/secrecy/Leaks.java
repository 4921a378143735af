package org.parley.system.secrecy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.system.support.Confidences;

/** Looks for confidential texts in logs, in time that does not depend on how many there are. */
final class Leaks {

  private static final int BEGINNING = Confidences.SHORTEST;

  /** Byte by byte, as the logs are read: they may hold whatever a program prints. */
  private final Map<String, List<String>> byBeginning = new HashMap<>();

  Leaks(Collection<String> confidences) {
    for (String text : confidences) {
      String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      byBeginning
          .computeIfAbsent(bytes.substring(0, BEGINNING), beginning -> new ArrayList<>())
          .add(bytes);
    }
  }

  /**
   * Every log below a folder. Not Open Liberty's traces of failures: those hold what the server
   * held at that moment, as a dump of its memory would, and stay in a folder that no collector
   * reads.
   */
  static List<Path> logs(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().endsWith(".log"))
          .filter(file -> !file.getParent().endsWith("ffdc"))
          .toList();
    }
  }

  /** Where in a file such texts are, without the texts. */
  List<String> in(Path log) throws IOException {
    List<String> found = new ArrayList<>();
    List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
    for (int number = 0; number < lines.size(); number++) {
      String line = lines.get(number);
      for (int i = 0; i + BEGINNING <= line.length(); i++) {
        int at = i;
        if (byBeginning.getOrDefault(line.substring(i, i + BEGINNING), List.of()).stream()
            .anyMatch(text -> line.startsWith(text, at))) {
          found.add("%s:%d, after \"%s\"".formatted(log, number + 1, line.substring(0, i)));
          break;
        }
      }
    }
    return found;
  }
}
