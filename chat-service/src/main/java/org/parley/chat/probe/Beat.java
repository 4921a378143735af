package org.parley.chat.probe;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message of the probe: {@code beat <instance> <number>}, and for each beat of another instance
 * that was heard since the last one {@code <instance>:<number>+<microseconds from hearing it>}.
 *
 * @param instance who beats; another one after each start
 * @param number counts from 1
 */
record Beat(UUID instance, long number, List<Echo> echoes) {

  /**
   * A beat that was heard.
   *
   * @param held from hearing it to saying so here
   */
  record Echo(UUID instance, long number, Duration held) {

    private String text() {
      return " " + instance + ":" + number + "+" + held.toNanos() / NANOS_A_MICRO;
    }
  }

  /** As many as a message of 4,000 characters holds. */
  static final int MOST_ECHOES = 50;

  private static final long NANOS_A_MICRO = 1_000;
  private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
  private static final String NUMBER = "(\\d{1,15})";
  private static final Pattern ECHO = Pattern.compile(" " + ID + ":" + NUMBER + "\\+" + NUMBER);
  private static final Pattern BEAT =
      Pattern.compile("beat " + ID + " " + NUMBER + "((?:" + ECHO.pattern() + ")*)");

  Beat {
    echoes = List.copyOf(echoes);
  }

  String text() {
    StringBuilder text = new StringBuilder("beat ").append(instance).append(' ').append(number);
    echoes.forEach(echo -> text.append(echo.text()));
    return text.toString();
  }

  /** What {@link #text} wrote; empty for anything else, such as the words of a later version. */
  static Optional<Beat> parse(String text) {
    Matcher beat = BEAT.matcher(text);
    if (!beat.matches()) {
      return Optional.empty();
    }
    List<Echo> echoes =
        ECHO.matcher(beat.group(3))
            .results()
            .map(
                echo ->
                    new Echo(
                        UUID.fromString(echo.group(1)),
                        Long.parseLong(echo.group(2)),
                        Duration.of(Long.parseLong(echo.group(3)), ChronoUnit.MICROS)))
            .toList();
    return Optional.of(
        new Beat(UUID.fromString(beat.group(1)), Long.parseLong(beat.group(2)), echoes));
  }
}
