package org.parley.chat.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Texts that may only change where a reviewer sees it: src/test/resources/golden. */
public final class Golden {

  /** Not the copy in target, in which a deleted file lives on. */
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** The text, without the line break at its end. */
  public static String text(String name) throws IOException {
    try (InputStream file = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
      assertThat(file).as("src/test/resources/golden/%s.json", name).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  /** The names of all texts in a folder, sorted. */
  public static List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
          .sorted()
          .toList();
    }
  }
}
