package org.parley.contract;

/** What may be asked of a list, the same over REST and gRPC. */
public final class Paging {

  /** The largest page of anything; see docs/protocol.md. */
  public static final int MAX_LIMIT = 100;

  /** A page that was asked for without a limit: about what a screen shows. */
  public static final int DEFAULT_LIMIT = 50;

  private Paging() {}

  /** How many to return: 1 to {@value #MAX_LIMIT}. */
  public static int limit(long wanted) {
    if (wanted < 1 || wanted > MAX_LIMIT) {
      throw ProblemException.invalid("limit", "limit is a number from 1 to " + MAX_LIMIT + ".");
    }
    return (int) wanted;
  }

  /** Where a page begins: zero or more. */
  public static long cursor(String field, long wanted) {
    if (wanted < 0) {
      throw notACursor(field);
    }
    return wanted;
  }

  /** The refusal of what is no cursor. */
  public static ProblemException notACursor(String field) {
    return ProblemException.invalid(field, field + " is a whole number, zero or more.");
  }
}
