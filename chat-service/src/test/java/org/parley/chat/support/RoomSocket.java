package org.parley.chat.support;

import java.util.List;
import org.parley.chat.feed.RoomHead;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.socket.Connection;

/** A connection whose frames are written at once, and what was written, in short. */
public final class RoomSocket {

  private final RecordingSession session = new RecordingSession();
  private final Connection connection;

  private RoomSocket(boolean manyRooms) {
    connection = new Connection(session.transport(), manyRooms, Runnable::run);
  }

  public static RoomSocket open() {
    return new RoomSocket(true);
  }

  /** As a client of the original: it knows no subprotocol. */
  public static RoomSocket original() {
    return new RoomSocket(false);
  }

  public Connection connection() {
    return connection;
  }

  /** {@code sent n} and {@code changed n} by change_seq, {@code joined n} and the like by head. */
  public List<String> written() {
    return session.written().stream()
        .map(
            text ->
                text.replaceFirst(".*room_joined.*\"head\":(\\d+).*", "joined $1")
                    .replaceFirst(".*resumed.*\"head\":(\\d+).*", "resumed $1")
                    .replaceFirst(".*resync_required.*\"head\":(\\d+).*", "resync $1")
                    .replaceFirst(".*new_message.*\"change_seq\":(\\d+).*", "sent $1")
                    .replaceFirst(".*message_changed.*\"change_seq\":(\\d+).*", "changed $1")
                    .replaceFirst(".*\"type\":\"(user_\\w+)\".*", "$1")
                    .replaceFirst("^text ", ""))
        .toList();
  }

  /** A live frame that sends message n with change n. */
  public static RoomFrame sent(long changeSeq) {
    return new RoomFrame(RoomFrame.Kind.SENT, changeSeq, changeSeq, 0, "sent " + changeSeq);
  }

  /** What a connection is told when it comes in. */
  public static ServerFrame joined(RoomHead head) {
    return new ServerFrame.RoomJoined(
        head.roomId(), "a room", head.lastSeq(), head.changeSeq(), head.epoch());
  }
}
