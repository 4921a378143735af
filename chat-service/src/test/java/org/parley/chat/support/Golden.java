package org.parley.chat.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Texts that may only change where a reviewer sees it: src/test/resources/golden. */
public final class Golden {

  private Golden() {}

  /** The text, without the line break at its end. */
  public static String text(String name) throws IOException {
    try (InputStream file = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
      assertThat(file).as("src/test/resources/golden/%s.json", name).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
