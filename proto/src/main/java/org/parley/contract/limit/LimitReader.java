package org.parley.contract.limit;

import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the settings of limits, in both services alike; a bad value is one sentence that says which
 * and why.
 *
 * @param find the value of a setting, where one is set
 * @param refusal makes of the sentence what stops the start of this service
 */
public record LimitReader(
    Function<String, Optional<String>> find, Function<String, RuntimeException> refusal) {

  /** Turns all limits off, for load tests. */
  public static final String SWITCH = "PARLEY_RATE_LIMITS";

  /** Whose word about a client's address is believed. */
  public static final String PROXIES = "PARLEY_TRUSTED_PROXIES";

  /** Told when the limits are off, as loudly as a log can. */
  public static final String OFF =
      "RATE LIMITS ARE OFF ("
          + SWITCH
          + "=off): anybody may guess passwords and send as fast as they can. For load tests only.";

  /** Whether limits hold at all. */
  public boolean isOn() {
    return switch (find.apply(SWITCH).orElse("on")) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      default -> throw refused(SWITCH, "it must be on or off");
    };
  }

  /** A rate such as {@code 20/s burst 40}. */
  public Rate rate(String name, String otherwise) {
    try {
      return Rate.parse(find.apply(name).orElse(otherwise));
    } catch (IllegalArgumentException e) {
      throw refused(name, String.valueOf(e.getMessage()));
    }
  }

  /** How many at a time. */
  public int number(String name, int otherwise) {
    String text = find.apply(name).orElse(String.valueOf(otherwise));
    if (!text.matches("[1-9]\\d{0,6}")) {
      throw refused(name, "it must be a number from 1 to 9999999");
    }
    return Integer.parseInt(text);
  }

  /** The addresses of {@link #PROXIES}; loopback where none are set. */
  public TrustedProxies proxies() {
    try {
      return TrustedProxies.parse(find.apply(PROXIES).orElse(TrustedProxies.LOOPBACK));
    } catch (IllegalArgumentException e) {
      throw refused(PROXIES, String.valueOf(e.getMessage()));
    }
  }

  private RuntimeException refused(String name, String why) {
    return refusal.apply("%s is \"%s\"; %s.".formatted(name, find.apply(name).orElse(""), why));
  }
}
