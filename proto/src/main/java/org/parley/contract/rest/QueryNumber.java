package org.parley.contract.rest;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Paging;

/**
 * A number in a query string. Taken as text by the resources, because Jakarta REST answers 404 to
 * one that is no number, where a person needs to hear which field is wrong.
 */
public final class QueryNumber {

  private QueryNumber() {}

  /** How many to return, {@code otherwise} when absent; see {@link Paging#limit}. */
  public static int limit(@Nullable String text, int otherwise) {
    return Paging.limit(optional("limit", text).orElse(otherwise));
  }

  /** A cursor: not negative, absent when there is none. */
  public static OptionalLong optional(String field, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Paging.cursor(field, Long.parseLong(text)));
    } catch (NumberFormatException e) {
      throw Paging.notACursor(field);
    }
  }
}
