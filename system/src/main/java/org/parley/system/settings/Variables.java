package org.parley.system.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads settings out of environment variables; a bad value is refused with a sentence that names
 * its variable.
 */
record Variables(Map<String, String> environment) {

  private static final int HIGHEST_PORT = 65_535;

  /** A port; 0 asks for any free one. */
  int port(String name, int otherwise) {
    return isSet(name) ? toPort(name, value(name).strip()) : otherwise;
  }

  /** Ports separated by commas. */
  List<Integer> ports(String name, List<Integer> otherwise) {
    if (!isSet(name)) {
      return otherwise;
    }
    return Arrays.stream(value(name).split(",", -1))
        .map(text -> toPort(name, text.strip()))
        .toList();
  }

  /** A folder, absolute or relative to the working directory. */
  Path folder(String name, Path otherwise) {
    try {
      return (isSet(name) ? Path.of(value(name)) : otherwise).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new StartProblem(name + " must be a folder, not \"" + value(name) + "\".", e);
    }
  }

  Duration duration(String name, Duration otherwise) {
    if (!isSet(name)) {
      return otherwise;
    }
    try {
      Duration duration = Duration.parse(value(name).strip());
      if (duration.isPositive()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Said below, together with what is not positive.
    }
    throw new StartProblem(
        name + " must be a duration such as PT120S, not \"" + value(name) + "\".");
  }

  OriginServer originServer(String name) {
    if (!isSet(name)) {
      return OriginServer.WHICHEVER_IS_THERE;
    }
    return switch (value(name).strip().toLowerCase(Locale.ROOT)) {
      case "nginx" -> OriginServer.NGINX;
      case "embedded" -> OriginServer.EMBEDDED;
      default ->
          throw new StartProblem(name + " must be nginx or embedded, not \"" + value(name) + "\".");
    };
  }

  private boolean isSet(String name) {
    return !value(name).isBlank();
  }

  private String value(String name) {
    return environment.getOrDefault(name, "");
  }

  private static int toPort(String name, String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers that are no ports.
    }
    throw new StartProblem(
        name
            + " must be a port from 1 to "
            + HIGHEST_PORT
            + " (0 takes any free one), not \""
            + text
            + "\".");
  }
}
