package org.parley.contract.rest;

import java.util.OptionalLong;
import org.parley.contract.ProblemException;

/**
 * A number in a query string. Taken as text by the resources, because Jakarta REST answers 404 to
 * one that is no number, where a person needs to hear which field is wrong.
 */
public final class QueryNumber {

  /** The largest page of anything; see docs/protocol.md. */
  public static final int MAX_LIMIT = 100;

  private QueryNumber() {}

  /** How many to return: 1 to {@value #MAX_LIMIT}, {@code otherwise} when absent. */
  public static int limit(String text, int otherwise) {
    long limit = optional("limit", text).orElse(otherwise);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw ProblemException.invalid("limit", "limit is a number from 1 to " + MAX_LIMIT + ".");
    }
    return (int) limit;
  }

  /** A cursor: not negative, absent when there is none. */
  public static OptionalLong optional(String field, String text) {
    if (text == null || text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long number = Long.parseLong(text);
      if (number >= 0) {
        return OptionalLong.of(number);
      }
    } catch (NumberFormatException e) {
      // Refused below, as a negative number is.
    }
    throw ProblemException.invalid(field, field + " is a whole number, zero or more.");
  }
}
