package org.parley.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text in the repository that may only change where a reviewer sees it.
 *
 * <p>With {@code -Dparley.golden.rewrite=true} tests write it instead of comparing, and fail all
 * the same: no run that rewrites is ever green, so none can do so unnoticed.
 */
public record GoldenFile(Path path) {

  private static final String REWRITE = "parley.golden.rewrite";

  /** Fails unless the file says this, but for the line break at its end. */
  public void assertSays(String text) throws IOException {
    if (Boolean.getBoolean(REWRITE)) {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, text.strip() + "\n");
      fail("%s was written anew. Read the difference, then run without -D%s.", path, REWRITE);
    }
    assertThat(path).exists();
    assertThat(Files.readString(path).strip()).as("%s", path).isEqualTo(text.strip());
  }
}
