package org.parley.users.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * What the operator decides, by environment variable. Each feature reads its own settings into a
 * record when the service starts; a bad value stops the start with one sentence that says which and
 * why.
 */
@Dependent
public class Settings {

  private final Function<String, Optional<String>> source;

  @Inject
  Settings(Config config) {
    this(name -> config.getOptionalValue(name, String.class));
  }

  private Settings(Function<String, Optional<String>> source) {
    this.source = source;
  }

  /** Settings from a map, for tests. */
  public static Settings of(Map<String, String> values) {
    return new Settings(name -> Optional.ofNullable(values.get(name)));
  }

  /** The value, or {@code otherwise} where none is set. Blank counts as not set. */
  public String text(String name, String otherwise) {
    return find(name).orElse(otherwise);
  }

  /**
   * The value of a setting nobody can choose for the operator.
   *
   * @param purpose what it is for, to end the sentence "Set X: …"
   */
  public String require(String name, String purpose) {
    return find(name)
        .orElseThrow(() -> new BadSettingException("Set " + name + ": " + purpose + "."));
  }

  /** An ISO-8601 duration between two bounds, both included. */
  public Duration duration(String name, Duration otherwise, Duration least, Duration most) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      Duration duration = Duration.parse(text.get());
      if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Refused below, with the same sentence.
    }
    throw new BadSettingException(
        "%s is \"%s\"; it must be an ISO-8601 duration from %s to %s, for instance %s."
            .formatted(name, text.get(), least, most, otherwise));
  }

  /** A TCP port. */
  public int port(String name, int otherwise) {
    Optional<String> text = find(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int port = Integer.parseInt(text.get());
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Refused below, with the same sentence.
    }
    throw new BadSettingException(
        "%s is \"%s\"; it must be a port, 1 to 65535.".formatted(name, text.get()));
  }

  /** Something that is on or off. */
  public boolean flag(String name, boolean otherwise) {
    Optional<String> text = find(name);
    return switch (text.orElse(otherwise ? "on" : "off")) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      default ->
          throw new BadSettingException(
              "%s is \"%s\"; it must be on or off.".formatted(name, text.orElseThrow()));
    };
  }

  private Optional<String> find(String name) {
    return source.apply(name).map(String::strip).filter(value -> !value.isEmpty());
  }
}
