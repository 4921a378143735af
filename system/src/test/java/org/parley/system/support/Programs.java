package org.parley.system.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Installed programs that a test needs and that are not of Maven. */
public final class Programs {

  /** Debian has some where not everybody looks. */
  public static final String PATH = System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin";

  private Programs() {}

  /**
   * Skips the test where one is missing, or fails it where the variable is true, as in CI.
   *
   * @param variable name of the environment variable
   * @param packages Debian's, that bring them
   */
  public static void require(String variable, String packages, String... programs) {
    List<String> missing = Stream.of(programs).filter(p -> find(p).isEmpty()).toList();
    String complaint = missing + " not found: apt-get install " + packages;
    if (Boolean.parseBoolean(System.getenv(variable))) {
      assertThat(missing).as(complaint).isEmpty();
    }
    assumeTrue(missing.isEmpty(), complaint);
  }

  public static Optional<Path> find(String program) {
    return Arrays.stream(PATH.split(File.pathSeparator))
        .map(place -> Path.of(place, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
