package org.parley.system.origin;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the installed nginx. */
final class NginxProgram {

  // Where Debian, the BSDs and Homebrew put it: not on the PATH of everybody.
  private static final String[] USUAL_FOLDERS = {
    "/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin"
  };

  private NginxProgram() {}

  static Optional<Path> find(Map<String, String> environment) {
    String[] path = environment.getOrDefault("PATH", "").split(File.pathSeparator);
    return Stream.concat(Arrays.stream(path), Arrays.stream(USUAL_FOLDERS))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "nginx"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
