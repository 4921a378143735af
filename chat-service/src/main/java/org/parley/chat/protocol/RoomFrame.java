package org.parley.chat.protocol;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.contract.trace.TraceParent;

/**
 * A frame on its way to everybody in a room, on every instance: the encoded text and what an
 * instance must know to deliver it without parsing.
 *
 * @param changeSeq the room's change this frame shows, 0 for a frame that is no change
 * @param seq the message a change is about, 0 for a frame that is no change
 * @param userId the person a remark or a change of membership is about; 0 where it is nobody
 * @param text the frame as it goes to every socket; empty when it is for instances only
 * @param committedNanos when a change was committed, by {@link System#nanoTime} of the process that
 *     did; 0 in others, or where nobody measures. Does not travel.
 * @param trace the span it was published in, where that is sampled
 */
public record RoomFrame(
    Kind kind,
    long changeSeq,
    long seq,
    long userId,
    String text,
    long committedNanos,
    @Nullable TraceParent trace) {

  /** What an instance does with it. */
  public enum Kind {
    /** A change: a message was sent. Delivered to everybody, in the order of the changes. */
    SENT('s'),
    /** A change: a message was edited, or a reaction came or went. Delivered likewise. */
    CHANGED('c'),
    /** A change: a message was removed, and with it what is still remembered of its content. */
    DELETED('d'),
    /** A passing remark about one person: delivered to the others, at once, or lost. */
    REMARK('r'),
    /**
     * The same for sockets that are in many rooms, which know what it is; about nobody when it is
     * for everybody. A kind of its own, so that an instance that cannot tell them apart skips it.
     */
    HINT('h'),
    /** For instances: this person's membership may have ended. */
    MEMBERSHIP('m');

    private final byte code;

    Kind(char code) {
      this.code = (byte) code;
    }

    byte code() {
      return code;
    }

    static Kind of(byte code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new IllegalArgumentException("not a kind of room frame that is known here: " + code);
    }
  }

  /** A frame whose way nobody measures. */
  public RoomFrame(Kind kind, long changeSeq, long seq, long userId, String text) {
    this(kind, changeSeq, seq, userId, text, 0, null);
  }

  /** The same, committed here at this time. */
  public RoomFrame committedAt(long nanos) {
    return nanos == committedNanos
        ? this
        : new RoomFrame(kind, changeSeq, seq, userId, text, nanos, trace);
  }

  /** The same, as late as this one, which came too early to be delivered; null for none. */
  public RoomFrame timedAs(@Nullable RoomFrame waited) {
    return waited == null ? this : committedAt(waited.committedNanos);
  }

  /** The same, published in this span. */
  public RoomFrame tracedBy(Optional<TraceParent> span) {
    return span.isEmpty()
        ? this
        : new RoomFrame(kind, changeSeq, seq, userId, text, committedNanos, span.get());
  }

  /** A message that was sent. */
  public static RoomFrame sent(ServerFrame.NewMessage frame) {
    return new RoomFrame(Kind.SENT, frame.changeSeq(), frame.seq(), 0, FrameCodec.encode(frame));
  }

  /** A message that was edited, removed or reacted to. */
  public static RoomFrame changed(ServerFrame.MessageChanged frame) {
    Kind kind = frame.deletedAtMs() == null ? Kind.CHANGED : Kind.DELETED;
    return new RoomFrame(kind, frame.changeSeq(), frame.seq(), 0, FrameCodec.encode(frame));
  }

  /** A passing remark about one person, for the others. */
  public static RoomFrame about(long userId, ServerFrame frame) {
    return new RoomFrame(Kind.REMARK, 0, 0, userId, FrameCodec.encode(frame));
  }

  /** A passing remark about one person, for those others who know many rooms. */
  public static RoomFrame hintAbout(long userId, RoomNews news) {
    return new RoomFrame(Kind.HINT, 0, 0, userId, FrameCodec.encode(news));
  }

  /** The same about nobody, for everybody. */
  public static RoomFrame hint(RoomNews news) {
    return hintAbout(0, news); // people's numbers begin at 1
  }

  /** A doorbell for instances: see whether this person is still a member. */
  public static RoomFrame membership(long userId) {
    return new RoomFrame(Kind.MEMBERSHIP, 0, 0, userId, "");
  }

  /** The same change without what it said, now that this change removed the message. */
  public RoomFrame scrubbedBy(RoomFrame deletion) {
    if (!(FrameCodec.decodeOwn(deletion.text) instanceof ServerFrame.MessageChanged removed)) {
      throw new IllegalArgumentException("not a change of a message");
    }
    ServerFrame scrubbed = Scrubbed.of(FrameCodec.decodeOwn(text), removed.deletedAtMs());
    return new RoomFrame(kind, changeSeq, seq, userId, FrameCodec.encode(scrubbed));
  }

  /** As it travels between instances. */
  public byte[] toBytes() {
    return RoomFrameBytes.of(this);
  }

  /**
   * What {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException for bytes that are no room frame, or of a kind that is not
   *     known here
   */
  public static RoomFrame fromBytes(byte[] bytes) {
    return RoomFrameBytes.read(bytes);
  }
}
