package org.parley.contract.limit;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something may be done: so many times in each period, evenly, and after a rest up to
 * {@code burst} at once. Written {@code 20/s burst 40}, {@code 60/min} or {@code 30/h}.
 *
 * @param burst how many at once; as many as in a period where it is not said
 */
public record Rate(long times, Duration period, long burst) {

  /** Beyond it nobody means a limit. */
  private static final long MOST = 1_000_000;

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,7})\\s*/\\s*(s|min|h)(?:\\s+burst\\s+(\\d{1,7}))?");

  public Rate {
    if (times < 1 || times > MOST || burst < 1 || burst > MOST) {
      throw new IllegalArgumentException("it must be from 1 to 1000000, and so must its burst");
    }
  }

  /**
   * Reads what an operator wrote.
   *
   * @throws IllegalArgumentException whose message ends the sentence "X is "…"; "
   */
  public static Rate parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "it must be a rate such as 20/s, 60/min or 30/h, with \" burst 40\" behind it where more"
              + " may come at once");
    }
    long times = Long.parseLong(matcher.group(1));
    Duration period =
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(1);
          case "min" -> Duration.ofMinutes(1);
          default -> Duration.ofHours(1);
        };
    String burst = matcher.group(3);
    return new Rate(times, period, burst == null ? times : Long.parseLong(burst));
  }

  /** As much for this many together, as far as anybody means a limit. */
  Rate multiplied(int factor) {
    return new Rate(Math.min(MOST, times * factor), period, Math.min(MOST, burst * factor));
  }

  /** From empty to full: after so long a rest nothing is remembered. */
  public Duration refill() {
    return Duration.ofNanos((long) ((double) period.toNanos() / times * burst));
  }
}
