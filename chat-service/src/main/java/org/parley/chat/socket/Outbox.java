package org.parley.chat.socket;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to one socket: first in, first out, bounded in frames and bytes. Adding
 * never blocks; a full outbox says so. Thread-safe.
 *
 * <p>At most one writer at a time: whoever's {@link #add} returns {@code START_WRITER} must see to
 * it that one runs until {@link #next} returns null.
 */
final class Outbox {

  /** What adding led to. */
  enum Added {
    /** Taken, a writer must be started. */
    START_WRITER,
    /** Taken, the running writer will come to it. */
    QUEUED,
    /** Not taken: the reader is too slow. */
    FULL,
    /** Not taken: the socket ends. */
    ENDED
  }

  /** Minutes of a busy room, for a reader that hiccups. */
  static final int MAX_FRAMES = 1_000;

  /** A thousand stuck sockets must not take more than a gigabyte. */
  static final int MAX_BYTES = 1024 * 1024;

  private final ArrayDeque<Outgoing> waiting = new ArrayDeque<>();
  private int bytes;
  private boolean writing;
  private boolean ended;

  synchronized Added add(Outgoing outgoing) {
    if (ended) {
      return Added.ENDED;
    }
    if (outgoing instanceof Outgoing.Text text) {
      if (waiting.size() >= MAX_FRAMES || bytes + text.bytes() > MAX_BYTES) {
        return Added.FULL;
      }
      bytes += text.bytes();
    } else if (outgoing instanceof Outgoing.Close) {
      ended = true;
    }
    waiting.add(outgoing);
    if (writing) {
      return Added.QUEUED;
    }
    writing = true;
    return Added.START_WRITER;
  }

  /** Waits while more than half of it is taken; returns at once when the socket ends. */
  synchronized void awaitHalfEmpty() throws InterruptedException {
    while (!ended && (waiting.size() > MAX_FRAMES / 2 || bytes > MAX_BYTES / 2)) {
      wait();
    }
  }

  /** What to write next; null when there is nothing, which ends the writer's turn. */
  synchronized @Nullable Outgoing next() {
    Outgoing next = waiting.poll();
    if (next == null) {
      writing = false;
    } else if (next instanceof Outgoing.Text text) {
      bytes -= text.bytes();
      // Nobody waits but a replay, so this is cheap.
      notifyAll();
    }
    return next;
  }

  /** Forgets everything: nobody will read it. */
  synchronized void end() {
    ended = true;
    waiting.clear();
    bytes = 0;
    notifyAll();
  }
}
