package org.parley.system.check.ledger;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.parley.system.check.ledger.Violation.Kind;

/**
 * What one client was shown of one room, kept by the client's rule of docs/protocol.md, and every
 * break of that rule. Used by one thread.
 *
 * <p>A change at or below the cursor must not come. A change one above it moves it. Changes further
 * ahead belong to a range: they are shown, and the cursor waits for {@code resumed}. When a socket
 * is lost in the middle of a range, what lay ahead of the cursor comes again, which is no doubling.
 */
public final class RoomLedger {

  /**
   * A frame that shows a change.
   *
   * @param sent whether it is the change that sent the message, or a later one
   * @param changeSeq the number of the change in its room
   */
  public record Change(boolean sent, long changeSeq, MessageState message) {}

  private static final long NOWHERE = -1;

  private final String client;
  private final long roomId;
  private final Findings findings;
  private final Map<Long, MessageState> messages = new HashMap<>();
  private long cursor = NOWHERE;
  private @Nullable String epoch;

  /** The newest message the cursor covers. */
  private long seqAtCursor;

  /** The newest message that came as new since the room was entered on this socket. */
  private long seqOnSocket;

  /** The furthest change shown beyond the cursor, while a range is open; otherwise 0. */
  private long shownAhead;

  /** The latest {@code message_changed} of the open range; 0 when it had none. */
  private long changedInRange;

  public RoomLedger(String client, long roomId, Findings findings) {
    this.client = client;
    this.roomId = roomId;
    this.findings = findings;
  }

  public String client() {
    return client;
  }

  /** Up to which change everything is known; -1 before the first entry. */
  public long cursor() {
    return cursor;
  }

  /** Which history the cursor belongs to; null before the first entry. */
  public @Nullable String epoch() {
    return epoch;
  }

  /** By seq, what is shown. */
  public Map<Long, MessageState> messages() {
    return Collections.unmodifiableMap(messages);
  }

  /** Begins anew: a first entry, or {@code resync_required}. Earlier messages come from history. */
  public void beginAt(long head, String historyEpoch) {
    messages.clear();
    cursor = head;
    epoch = historyEpoch;
    seqAtCursor = 0;
    enteredAgain();
  }

  /** A new socket entered the room with the cursor. */
  public void enteredAgain() {
    seqOnSocket = 0;
    closeRange();
  }

  /** History as it was read after {@link #beginAt}; what came later goes on top of it. */
  public void load(Collection<MessageState> history) {
    history.forEach(message -> messages.put(message.seq(), message));
  }

  /** Shows a change. True when it brought a message that was not there before. */
  public boolean show(Change change) {
    long seq = change.message().seq();
    boolean known = messages.containsKey(seq);
    if (change.changeSeq() <= cursor) {
      report(
          change.sent() && known ? Kind.DOUBLED : Kind.DISORDER,
          change,
          "a change came again although the cursor is at " + cursor);
      return false;
    }
    if (!(change.sent() ? isNextMessage(change, known) : isNextChange(change, known))) {
      return false;
    }
    messages.put(seq, change.message());
    move(change);
    return change.sent() && !known;
  }

  private boolean isNextMessage(Change change, boolean known) {
    long seq = change.message().seq();
    long newest = Math.max(seqAtCursor, seqOnSocket);
    if (seq <= newest) {
      report(
          known ? Kind.DOUBLED : Kind.DISORDER,
          change,
          known
              ? "the message was given twice, with no resync between"
              : "the message came after message " + newest);
      return false;
    }
    if (changedInRange > 0) {
      report(Kind.DISORDER, change, "a new message came after later changes of the same range");
    }
    seqOnSocket = seq;
    return true;
  }

  private boolean isNextChange(Change change, boolean known) {
    if (!known) {
      report(Kind.DISORDER, change, "a change came of a message that was never given");
    }
    if (changedInRange > 0 && change.changeSeq() <= changedInRange) {
      report(Kind.DISORDER, change, "it came after change " + changedInRange + " of its range");
      return false;
    }
    return true;
  }

  private void move(Change change) {
    if (change.changeSeq() == cursor + 1) {
      cursor = change.changeSeq();
      if (change.sent()) {
        seqAtCursor = change.message().seq();
      }
    } else {
      shownAhead = Math.max(shownAhead, change.changeSeq());
    }
    if (!change.sent() && shownAhead > 0) {
      changedInRange = change.changeSeq();
    }
  }

  /** {@code resumed}: the end of a range, which the cursor jumps to. */
  public void resumed(long head) {
    if (head < cursor || head < shownAhead) {
      findings.add(
          new Violation(
              Kind.DISORDER,
              roomId,
              0,
              head,
              client,
              "the cursor was sent back from " + Math.max(cursor, shownAhead)));
      return;
    }
    cursor = head;
    seqAtCursor = Math.max(seqAtCursor, seqOnSocket);
    closeRange();
  }

  private void closeRange() {
    shownAhead = 0;
    changedInRange = 0;
  }

  /** Some message of the newest few that is not removed, or null when there is none. */
  public @Nullable MessageState anyOfTheNewest(int count, RandomGenerator random) {
    long newest = Math.max(seqAtCursor, seqOnSocket);
    long seq = newest - random.nextLong(count);
    MessageState found = messages.get(seq);
    return found == null || found.deleted() ? null : found;
  }

  private void report(Kind kind, Change change, String sentence) {
    findings.add(
        new Violation(kind, roomId, change.message().seq(), change.changeSeq(), client, sentence));
  }
}
