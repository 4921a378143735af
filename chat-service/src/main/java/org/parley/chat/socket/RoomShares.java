package org.parley.chat.socket;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What each room has waiting in one outbox, by room id. Guarded by the outbox's monitor.
 *
 * <p>A room may have waiting at most three times what is left to all rooms. So one busy room gets
 * three quarters of the rooms' part, two get three sevenths each, and a quiet one always finds a
 * place, however many rooms the socket is in.
 */
final class RoomShares {

  /** A fifth is left to what the socket asked for itself, so that no room can end it. */
  static final int MAX_FRAMES = Outbox.MAX_FRAMES / 5 * 4;

  static final int MAX_BYTES = Outbox.MAX_BYTES / 5 * 4;

  /** How many times what is left a room may have. */
  private static final int GREED = 3;

  /** One room's part. */
  static final class Share {

    /**
     * From one beginning to the next: each costs the reader, who is slow, and the database a page
     * of history.
     */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final long roomId;
    private int frames;
    private int bytes;
    private Outgoing.@Nullable Drained reset;
    private long nextResetNanos = System.nanoTime();

    private Share(long roomId) {
      this.roomId = roomId;
    }

    int frames() {
      return frames;
    }

    int bytes() {
      return bytes;
    }

    /** Whether something of it waits in the outbox. */
    boolean isWaiting() {
      return frames > 0 || reset != null;
    }

    /** Whether it takes nothing until {@link #begin}. */
    boolean isReset() {
      return reset != null;
    }

    /** Whether this is the reset that holds. */
    boolean isReset(Outgoing.Drained drained) {
      return drained.equals(reset);
    }

    /** Takes nothing from now on. */
    Outgoing.Drained reset(int number) {
      reset = new Outgoing.Drained(roomId, number, nextResetNanos);
      return reset;
    }

    /** Takes frames again. */
    void begin() {
      reset = null;
      nextResetNanos = System.nanoTime() + PAUSE.toNanos();
    }
  }

  /**
   * By hash, with the next free slot for a second one. Looked up for every recipient of every
   * frame: a {@code HashMap} would box the id each time. A power of two, at least half empty; most
   * sockets are in a handful of rooms.
   */
  private @Nullable Share[] slots = new Share[8];

  private int size;
  private int frames;
  private int bytes;

  /** Whether the room may add this, where the outbox has room for so much. */
  boolean fits(Share share, Outgoing.Text text, int freeFrames, int freeBytes) {
    int framesLeft = Math.min(MAX_FRAMES - frames, freeFrames);
    int bytesLeft = Math.min(MAX_BYTES - bytes, freeBytes);
    return share.frames < GREED * framesLeft
        && share.bytes < GREED * bytesLeft
        && text.bytes() <= bytesLeft;
  }

  void add(Share share, Outgoing.Text text) {
    share.frames++;
    share.bytes += text.bytes();
    frames++;
    bytes += text.bytes();
  }

  void remove(Share share, Outgoing.Text text) {
    share.frames--;
    share.bytes -= text.bytes();
    frames--;
    bytes -= text.bytes();
  }

  /** Nothing of the room waits any more. */
  void empty(Share share) {
    frames -= share.frames;
    bytes -= share.bytes;
    share.frames = 0;
    share.bytes = 0;
  }

  /** The room's share, an empty one when it had none. */
  Share of(long roomId) {
    int slot = slot(roomId);
    Share known = slots[slot];
    return known == null ? put(slot, new Share(roomId)) : known;
  }

  @Nullable Share find(long roomId) {
    return slots[slot(roomId)];
  }

  /** Forgets the room; rare, so the others are simply put anew. */
  void forget(long roomId) {
    if (find(roomId) != null) {
      slots[slot(roomId)] = null;
      size--;
      rehash(slots.length);
    }
  }

  private Share put(int slot, Share share) {
    slots[slot] = share;
    if (++size > slots.length / 2) {
      rehash(slots.length * 2);
    }
    return share;
  }

  private void rehash(int length) {
    @Nullable Share[] before = slots;
    slots = new Share[length];
    for (Share share : before) {
      if (share != null) {
        slots[slot(share.roomId)] = share;
      }
    }
  }

  /** Where the room is, or the empty slot where it would be. */
  private int slot(long roomId) {
    int mask = slots.length - 1;
    int slot = Long.hashCode(roomId) & mask;
    while (slots[slot] != null && Objects.requireNonNull(slots[slot]).roomId != roomId) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
