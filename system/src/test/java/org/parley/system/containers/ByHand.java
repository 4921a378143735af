package org.parley.system.containers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.system.settings.ProjectFolder;

/** What the guide tells operators to write into docker-compose.yml. */
final class ByHand {

  private static final String BEGIN = "    chat-service-3:";
  private static final String INDENT = "    ";

  private ByHand() {}

  /** The further service in docs/operations.md, as lines below {@code services:}. */
  static String fromTheGuide() throws IOException {
    Path guide = ProjectFolder.ofThisProgram().root().resolve("docs/operations.md");
    List<String> lines = Files.readAllLines(guide);
    return lines.stream()
        .skip(lines.indexOf(BEGIN))
        .takeWhile(line -> line.startsWith(INDENT))
        // The indentation of a code block in Markdown, and that of a service in the file.
        .map(line -> "  " + line.substring(INDENT.length()))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
