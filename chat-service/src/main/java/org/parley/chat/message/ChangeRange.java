package org.parley.chat.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.chat.log.StoredMessage;
import org.parley.chat.protocol.RoomFrame;

/**
 * Everything that changed in a room in {@code (from, through]}, as it stands now. It has holes: a
 * message that changed several times shows once. Whoever had everything up to {@code from} and is
 * given all of it has everything up to {@code through}, not before.
 *
 * @param messages those that were sent or changed in the range, in no order
 */
public record ChangeRange(long from, long through, List<StoredMessage> messages) {

  /**
   * The frames for somebody who has everything up to a change that lies in the range: messages they
   * do not have, in their order; then those that changed, in the order of the changes.
   */
  public List<RoomFrame> after(long cursor) {
    List<RoomFrame> frames = new ArrayList<>(messages.size());
    messages.stream()
        .filter(message -> message.sentChange() > cursor)
        .sorted(Comparator.comparingLong(StoredMessage::seq))
        .forEach(message -> frames.add(RoomFrame.sent(message.toNewMessage())));
    messages.stream()
        .filter(message -> message.sentChange() <= cursor && message.changeSeq() > cursor)
        // What came after the range comes with a later one; a page does not run ahead of its end.
        .filter(message -> message.changeSeq() <= through)
        .sorted(Comparator.comparingLong(StoredMessage::changeSeq))
        .forEach(message -> frames.add(RoomFrame.changed(message.toMessageChanged())));
    return frames;
  }

  /**
   * Whether these frames move a cursor to {@code through} one by one, as live frames do. Otherwise
   * the range must be closed by a frame that says so.
   */
  public static boolean isDense(List<RoomFrame> frames, long from, long through) {
    long cursor = from;
    for (RoomFrame frame : frames) {
      if (frame.changeSeq() != cursor + 1) {
        return false;
      }
      cursor++;
    }
    return cursor == through;
  }
}
