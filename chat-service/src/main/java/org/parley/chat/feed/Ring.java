package org.parley.chat.feed;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.chat.protocol.RoomFrame;

/**
 * A room's newest changes, each as it was given to everybody: who comes back soon is given what it
 * missed without asking PostgreSQL. Without holes, bounded, and without what a removed message
 * said. Guarded by the room's {@link RoomFeed}.
 */
final class Ring {

  /** As many as a replay has at most; see Messages.MAX_RANGE. */
  static final int MAX_FRAMES = 500;

  /** Some hundred messages of common length. */
  static final int MAX_CHARS = 64 * 1024;

  /**
   * Of all rings of this instance together: a tenth of a heap of 1 GiB, frames being mostly one
   * byte a char.
   */
  static final long MAX_CHARS_OF_ALL = 64L * 1024 * 1024;

  /** What a room keeps when all rings together have too much: a hiccup's worth. */
  private static final int FEW = 8;

  private final AtomicLong charsOfAll;
  private final ArrayDeque<RoomFrame> frames = new ArrayDeque<>();
  private int chars;
  private long end;
  private boolean closed;

  /**
   * @param charsOfAll what all rings of this instance hold, shared by them
   */
  Ring(AtomicLong charsOfAll) {
    this.charsOfAll = charsOfAll;
  }

  /** Forgets everything: the next change is the one after {@code cursor}. */
  void restart(long cursor) {
    while (!frames.isEmpty()) {
      dropOldest();
    }
    end = cursor;
  }

  /** Forgets everything, for good: what comes late takes no memory that nobody would give back. */
  void close() {
    closed = true;
    restart(end);
  }

  /** The next change. */
  void add(RoomFrame change) {
    if (closed) {
      return;
    }
    if (change.kind() == RoomFrame.Kind.DELETED) {
      try {
        scrub(change);
      } catch (IllegalArgumentException | IllegalStateException e) {
        restart(end); // of another version: what cannot be read cannot be scrubbed
      }
    }
    frames.add(change);
    count(change.text().length());
    end = change.changeSeq();
    while (chars > MAX_CHARS || frames.size() > MAX_FRAMES || isTooMuchForAll()) {
      dropOldest();
    }
  }

  /** What was read from the log up to {@code through}; a range with holes is not remembered. */
  void addAll(List<RoomFrame> range, boolean dense, long through) {
    if (dense) {
      range.forEach(this::add);
    } else {
      restart(through);
    }
  }

  /** All changes after this one, in order; empty when the ring does not reach back so far. */
  Optional<List<RoomFrame>> after(long cursor) {
    if (cursor > end || cursor < end - frames.size()) {
      return Optional.empty();
    }
    return Optional.of(frames.stream().filter(frame -> frame.changeSeq() > cursor).toList());
  }

  private boolean isTooMuchForAll() {
    return frames.size() > FEW && charsOfAll.get() > MAX_CHARS_OF_ALL;
  }

  private void scrub(RoomFrame deletion) {
    for (int i = frames.size(); i > 0; i--) {
      RoomFrame frame = frames.remove();
      if (frame.seq() == deletion.seq()) {
        count(-frame.text().length());
        frame = frame.scrubbedBy(deletion);
        count(frame.text().length());
      }
      frames.add(frame);
    }
  }

  private void dropOldest() {
    count(-frames.remove().text().length());
  }

  private void count(int length) {
    chars += length;
    charsOfAll.addAndGet(length);
  }
}
