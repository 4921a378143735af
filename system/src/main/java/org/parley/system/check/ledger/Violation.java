package org.parley.system.check.ledger;

import java.util.Locale;

/**
 * A promise that was broken.
 *
 * @param seq the message it is about, 0 when it is about none
 * @param changeSeq the change it is about, 0 when that is not known
 * @param who the client that was wronged, or {@code history}
 * @param sentence what happened, for people
 */
public record Violation(
    Kind kind, long roomId, long seq, long changeSeq, String who, String sentence) {

  /** The classes a check counts in. */
  public enum Kind {
    /** Acknowledged, and absent in history or at a client that is entitled to it. */
    LOST,
    /** One message given twice, or stored twice. */
    DOUBLED,
    /** Something came back, came before its time, or left a hole. */
    DISORDER,
    /** A client never knew everything, although there was time. */
    STUCK,
    /** Somebody was refused for good what they may do. */
    REFUSED,
    /** More resyncs than can be explained. */
    RESYNCED;

    /** As reports write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(kind.word());
    text.append(": room ").append(roomId);
    if (seq > 0) {
      text.append(", seq ").append(seq);
    }
    if (changeSeq > 0) {
      text.append(", change ").append(changeSeq);
    }
    return text.append(", ").append(who).append(": ").append(sentence).toString();
  }
}
