package org.parley.system.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The log of one program: this run's, with that of the run before beside it as {@code <name>.1}.
 */
public record LogFile(Path path) {

  private static final int TAIL_LINES = 15;
  // Reads any bytes: a log may hold whatever a program prints.
  private static final Charset LENIENT = StandardCharsets.ISO_8859_1;

  public LogFile(Path folder, String name) {
    this(folder.resolve(name + ".log"));
  }

  /** Makes place for a new run. */
  public void begin() {
    try {
      Files.createDirectories(path.getParent());
      if (Files.exists(path)) {
        Files.move(
            path,
            path.resolveSibling(path.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      Files.createFile(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean contains(String text) {
    try {
      return Files.readString(path, LENIENT).contains(text);
    } catch (IOException e) {
      return false;
    }
  }

  /** The end of the log, indented, with its place above. */
  public String tail() {
    try {
      List<String> lines = Files.readAllLines(path, LENIENT);
      return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()).stream()
          .collect(Collectors.joining("\n    ", "The end of " + path + ":\n    ", ""));
    } catch (IOException e) {
      return "Its log, " + path + ", cannot be read.";
    }
  }
}
