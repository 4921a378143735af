package org.parley.system.bench.load;

import java.util.Locale;
import java.util.UUID;

/**
 * The sends of a run: each has a number, under which it is acknowledged, and carries in its text
 * when it was due. Used by the load's one thread.
 */
public final class Sends {

  /** What others publish with, and what a short message is. */
  static final int CONTENT_BYTES = 100;

  /** More than may be under way: at 30,000 a second half a minute of them. */
  private static final int REMEMBERED = 1 << 20;

  /** Of {@link System#nanoTime}, which is positive and below 10^19. */
  private static final int TIME_DIGITS = 19;

  /** How many digits of its ids tell this run from others. */
  private static final int RUN_DIGITS = 8;

  private static final String PADDING = ":" + "x".repeat(CONTENT_BYTES - TIME_DIGITS - 1);

  private final long[] due = new long[REMEMBERED];

  private final String idBegin =
      UUID.randomUUID().toString().substring(0, RUN_DIGITS) + "-0000-4000-8000-";
  private long last;

  /** A send that is due then; its number. */
  long next(long dueNanos) {
    due[(int) (++last & (REMEMBERED - 1))] = dueNanos;
    return last;
  }

  /** When the send of this number was due. */
  long due(long number) {
    return due[(int) (number & (REMEMBERED - 1))];
  }

  /** The id of a send; ends with {@link #ID_DIGITS} hexadecimal digits of its number. */
  String clientMsgId(long number) {
    return idBegin + String.format(Locale.ROOT, "%0" + ID_DIGITS + "x", number);
  }

  /** How many digits of a client_msg_id, its last ones, are the send's number. */
  public static final int ID_DIGITS = 12;

  /** The text of a send; begins with when it was due. */
  String content(long number) {
    String time = Long.toString(due(number));
    return "0".repeat(TIME_DIGITS - time.length()) + time + PADDING;
  }
}
