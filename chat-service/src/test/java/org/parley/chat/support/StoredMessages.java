package org.parley.chat.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.parley.chat.identity.Person;
import org.parley.chat.log.StoredMessage;
import org.parley.chat.mention.Mentions;
import org.parley.chat.message.ChangeRange;
import org.parley.chat.message.Messages;

/** The messages of one room in memory, written as the log does. */
public final class StoredMessages extends Messages {

  private static final long ROOM = 3;
  private static final Person ALICE = new Person(1, "alice");

  private final List<StoredMessage> messages = new ArrayList<>();
  private long head;
  private int reads;
  private Runnable whileReading = () -> {};

  /** Sends messages until this is the room's newest change. */
  public void head(long changeSeq) {
    while (head < changeSeq) {
      send();
    }
  }

  /** Sends a message; returns its seq. */
  public long send() {
    head++;
    long seq = messages.size() + 1L;
    messages.add(message(seq, head, head, "m" + seq));
    return seq;
  }

  /** Edits a message. */
  public void edit(long seq) {
    head++;
    StoredMessage before = messages.get((int) seq - 1);
    messages.set((int) seq - 1, message(seq, before.sentChange(), head, "edited in " + head));
  }

  /** Runs inside every read, after its snapshot: somebody else acts, or the database fails. */
  public void whileReading(Runnable action) {
    whileReading = action;
  }

  public int reads() {
    return reads;
  }

  @Override
  public ChangeRange changesAfter(long roomId, long from) {
    reads++;
    long to = Math.min(head, from + MAX_RANGE);
    List<StoredMessage> found =
        messages.stream()
            .filter(
                message ->
                    message.sentChange() > from
                        ? message.sentChange() <= to
                        : message.changeSeq() > from && message.changeSeq() <= to)
            .toList();
    whileReading.run();
    return new ChangeRange(from, to, found);
  }

  private static StoredMessage message(long seq, long sent, long changed, String content) {
    return new StoredMessage(
        seq,
        ROOM,
        seq,
        sent,
        changed,
        ALICE,
        new UUID(0, seq),
        content,
        Instant.EPOCH,
        changed == sent ? null : Instant.EPOCH,
        null,
        null,
        null,
        Mentions.NONE);
  }
}
