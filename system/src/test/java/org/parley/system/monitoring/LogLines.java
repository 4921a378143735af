package org.parley.system.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The JSON lines of a log so far; what else a server prints while it starts is left out. */
final class LogLines {

  private static final ObjectMapper JSON = new ObjectMapper();

  private LogLines() {}

  static Stream<JsonNode> of(Path log) {
    try {
      return Files.readAllLines(log).stream()
          .filter(line -> line.startsWith("{"))
          .map(LogLines::parsed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      return JSON.nullNode(); // it is being written
    }
  }
}
