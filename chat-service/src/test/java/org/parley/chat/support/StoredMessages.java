package org.parley.chat.support;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.parley.chat.message.Messages;
import org.parley.chat.protocol.ServerFrame;

/**
 * The messages of one room in memory: as many as {@link #head} says, the change n being message n.
 */
public final class StoredMessages extends Messages {

  private static final UUID ID = new UUID(0, 1);

  private long head;
  private int reads;
  private Runnable whileReading = () -> {};

  public void head(long changeSeq) {
    head = changeSeq;
  }

  /** Runs inside every read: somebody else acts, or the database fails. */
  public void whileReading(Runnable action) {
    whileReading = action;
  }

  public int reads() {
    return reads;
  }

  @Override
  public List<ServerFrame.NewMessage> changesAfter(long roomId, long changeSeq, int limit) {
    reads++;
    long headOfThisRead = head;
    whileReading.run();
    return LongStream.rangeClosed(changeSeq + 1, Math.min(headOfThisRead, changeSeq + limit))
        .mapToObj(n -> new ServerFrame.NewMessage(n, roomId, 1, "alice", "m" + n, 0, n, n, ID, 0))
        .toList();
  }
}
