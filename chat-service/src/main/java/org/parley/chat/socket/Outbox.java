package org.parley.chat.socket;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.chat.socket.RoomShares.Share;

/**
 * What waits to be written to one socket: first in, first out, bounded in frames and bytes, with a
 * share per room. Adding never blocks; a full outbox says so. Thread-safe.
 *
 * <p>At most one writer at a time: whoever's {@link #add}, {@link #deliver}, {@link #remark} or
 * {@link #restart} returns {@code START_WRITER} must see to it that one runs until {@link #next}
 * returns null.
 */
final class Outbox {

  /** What adding led to. */
  enum Added {
    /** Taken, a writer must be started. */
    START_WRITER,
    /** Taken, the running writer will come to it. */
    QUEUED,
    /** Not taken: beyond the room's share, of which nothing is left. */
    OVERFLOWED,
    /** Not taken: the room was reset before, or a remark is too much now. */
    DROPPED,
    /** Not taken: the reader is too slow. */
    FULL,
    /** Not taken: the socket ends. */
    ENDED
  }

  /** Minutes of a busy room, for a reader that hiccups. */
  static final int MAX_FRAMES = 1_000;

  /** A thousand stuck sockets must not take more than a gigabyte. */
  static final int MAX_BYTES = 1024 * 1024;

  /** A replay leaves a busy room the place for what comes meanwhile. */
  static final int PACE_FRAMES = MAX_FRAMES / 4;

  static final int PACE_BYTES = MAX_BYTES / 4;

  /** One write, which the slowest lines must carry within 10 s; more hardly saves more. */
  static final int MAX_JOINED_FRAMES = 64;

  static final int MAX_JOINED_BYTES = 16 * 1024;

  private record Queued(Outgoing what, @Nullable Share share) {}

  private final ArrayDeque<Queued> waiting = new ArrayDeque<>();
  private final RoomShares shares = new RoomShares();
  private final SocketCounts counts;
  private int frames;
  private int bytes;
  private int resets;
  private boolean writing;
  private boolean ended;

  Outbox(SocketCounts counts) {
    this.counts = counts;
  }

  /** Adds what is for this socket alone. */
  synchronized Added add(Outgoing outgoing) {
    if (ended) {
      return Added.ENDED;
    }
    if (outgoing instanceof Outgoing.Text text) {
      if (frames >= MAX_FRAMES || bytes + text.bytes() > MAX_BYTES) {
        return Added.FULL;
      }
      frames++;
      bytes += text.bytes();
    } else if (outgoing instanceof Outgoing.Close) {
      ended = true;
      notifyAll();
    }
    return queue(outgoing, null);
  }

  /**
   * Adds a frame of a room, or resets the room when it has too much waiting: then {@link
   * Outgoing.Drained} is written in its place, and {@link #needsWriter} must be asked.
   */
  synchronized Added deliver(long roomId, Outgoing.Text text) {
    if (ended) {
      return Added.ENDED;
    }
    Share share = shares.of(roomId);
    if (share.isReset()) {
      return Added.DROPPED;
    }
    if (!fits(share, text)) {
      drop(share);
      waiting.add(new Queued(share.reset(++resets), share));
      counts.overflows.add();
      return Added.OVERFLOWED;
    }
    return take(text, share);
  }

  /** Adds a frame of a room that may as well be missed: only while less than half is taken. */
  synchronized Added remark(long roomId, Outgoing.Text text) {
    if (ended) {
      return Added.ENDED;
    }
    Share share = shares.of(roomId);
    boolean halfFull = frames >= MAX_FRAMES / 2 || bytes >= MAX_BYTES / 2;
    if (share.isReset() || halfFull || !fits(share, text)) {
      counts.shed.add();
      return Added.DROPPED;
    }
    return take(text, share);
  }

  /** Begins a room anew: with this frame, and what is delivered after it. */
  synchronized Added restart(long roomId, Outgoing.Text first) {
    Share share = shares.find(roomId);
    if (share != null && share.isReset()) {
      drop(share);
      share.begin();
    }
    return add(first);
  }

  /** Drops what the room has waiting, and that it was here. */
  synchronized void forget(long roomId) {
    Share share = shares.find(roomId);
    if (share != null && !ended) {
      drop(share);
      shares.forget(roomId);
    }
  }

  /** Whether this reset still waits for {@link #restart}. */
  synchronized boolean isReset(Outgoing.Drained drained) {
    Share share = shares.find(drained.roomId());
    return !ended && share != null && share.isReset(drained);
  }

  /** Whether something waits and nobody writes; the caller must then start a writer. */
  synchronized boolean needsWriter() {
    if (writing || waiting.isEmpty()) {
      return false;
    }
    writing = true;
    return true;
  }

  /** Waits while more than a quarter of it is taken; returns at once when the socket ends. */
  synchronized void awaitPace() throws InterruptedException {
    while (!ended && !keepsPace()) {
      wait();
    }
  }

  synchronized boolean keepsPace() {
    return frames <= PACE_FRAMES && bytes <= PACE_BYTES;
  }

  /** What to write next; null when there is nothing, which ends the writer's turn. */
  synchronized @Nullable Outgoing next() {
    Queued next = waiting.poll();
    if (next == null) {
      writing = false;
      return null;
    }
    if (next.what() instanceof Outgoing.Text text) {
      left(text, next.share());
    }
    return next.what();
  }

  /** Takes what comes right after this frame and may leave together with it. */
  synchronized List<Outgoing.Text> takeWith(Outgoing.Text first) {
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<Outgoing.Text> others = new ArrayList<>();
    int length = first.bytes();
    for (Queued next = waiting.peek();
        next != null
            && next.what() instanceof Outgoing.Text text
            && 1 + others.size() < MAX_JOINED_FRAMES
            && length + 1 + text.bytes() <= MAX_JOINED_BYTES;
        next = waiting.peek()) {
      waiting.remove();
      left(text, next.share());
      others.add(text);
      length += 1 + text.bytes();
    }
    return others;
  }

  /** Forgets everything: nobody will read it. */
  synchronized void end() {
    ended = true;
    waiting.clear();
    frames = 0;
    bytes = 0;
    notifyAll();
  }

  private boolean fits(Share share, Outgoing.Text text) {
    return shares.fits(share, text, MAX_FRAMES - frames, MAX_BYTES - bytes);
  }

  private Added take(Outgoing.Text text, Share share) {
    frames++;
    bytes += text.bytes();
    shares.add(share, text);
    return queue(text, share);
  }

  private Added queue(Outgoing what, @Nullable Share share) {
    waiting.add(new Queued(what, share));
    if (writing) {
      return Added.QUEUED;
    }
    writing = true;
    return Added.START_WRITER;
  }

  private void left(Outgoing.Text text, @Nullable Share share) {
    frames--;
    bytes -= text.bytes();
    if (share != null) {
      shares.remove(share, text);
      counts.deliveries.add();
    }
    // Nobody waits but a replay, so this is cheap.
    notifyAll();
  }

  private void drop(Share share) {
    if (share.isWaiting()) {
      // As long as the queue, but only after the room added as much as it may: cheap per frame.
      waiting.removeIf(queued -> queued.share() == share);
      frames -= share.frames();
      bytes -= share.bytes();
      shares.empty(share);
      notifyAll();
    }
  }
}
