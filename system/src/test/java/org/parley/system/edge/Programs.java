package org.parley.system.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The installed programs that nginx/edge.sh needs; its image has them. */
final class Programs {

  /** Debian has nginx where not everybody looks. */
  static final String PATH = System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin";

  private Programs() {}

  /** Skips the test where one is missing, or fails it where PARLEY_REQUIRE_NGINX is true. */
  static void require() {
    List<String> missing =
        Stream.of("bash", "envsubst", "nginx", "timeout").filter(p -> find(p).isEmpty()).toList();
    String complaint = "The edge needs " + missing + ": apt-get install nginx gettext-base";
    if (Boolean.parseBoolean(System.getenv("PARLEY_REQUIRE_NGINX"))) {
      assertThat(missing).as(complaint).isEmpty();
    }
    assumeTrue(missing.isEmpty(), complaint);
    // Elsewhere only 127.0.0.1 is there, and the tests give instances several addresses.
    assumeTrue(System.getProperty("os.name").equals("Linux"), "needs all of 127.0.0.0/8");
  }

  static Optional<Path> find(String program) {
    return Arrays.stream(PATH.split(File.pathSeparator))
        .map(place -> Path.of(place, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
