package org.parley.chat.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A frame on its way to everybody in a room, on every instance: the encoded text and what an
 * instance must know to deliver it without parsing.
 *
 * @param changeSeq the room's change this frame shows, 0 for a frame that is no change (presence)
 * @param seq the message it sends, 0 when it sends none
 * @param exceptUserId a person who is not told, 0 for nobody; always 0 for a change, which
 *     everybody gets
 * @param text the frame as it goes to every socket
 */
public record RoomFrame(long changeSeq, long seq, long exceptUserId, String text) {

  private static final int HEADER_BYTES = 3 * Long.BYTES;

  /** A change of the room: delivered to everybody, in the order of {@code changeSeq}. */
  public static RoomFrame change(ServerFrame.NewMessage frame) {
    return new RoomFrame(frame.changeSeq(), frame.seq(), 0, FrameCodec.encode(frame));
  }

  /** A passing remark about one person: delivered to the others, at once, or lost. */
  public static RoomFrame about(long userId, ServerFrame frame) {
    return new RoomFrame(0, 0, userId, FrameCodec.encode(frame));
  }

  public boolean isChange() {
    return changeSeq > 0;
  }

  /** As it travels between instances. */
  public byte[] toBytes() {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(HEADER_BYTES + utf8.length)
        .putLong(changeSeq)
        .putLong(seq)
        .putLong(exceptUserId)
        .put(utf8)
        .array();
  }

  /**
   * What {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException for bytes that are no room frame
   */
  public static RoomFrame fromBytes(byte[] bytes) {
    if (bytes.length < HEADER_BYTES) {
      throw new IllegalArgumentException("a room frame has at least " + HEADER_BYTES + " bytes");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long changeSeq = in.getLong();
    long seq = in.getLong();
    long exceptUserId = in.getLong();
    String text =
        new String(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, StandardCharsets.UTF_8);
    return new RoomFrame(changeSeq, seq, exceptUserId, text);
  }
}
