package org.parley.system.bench.dialect;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import org.parley.system.bench.load.LoadSocket;
import org.parley.system.bench.load.Sends;

/** What the dialects have in common: all of them speak JSON with the same fields. */
final class ChatFrames {

  private static final AsciiString CONTENT = AsciiString.cached("\"content\":\"");
  private static final AsciiString ID = AsciiString.cached("\"client_msg_id\":\"");

  /** Before the number in an id: {@code 00000000-0000-4000-8000-}. */
  private static final int NUMBER_AT = 24;

  private ChatFrames() {}

  /** Counts a message that begins here; {@code position} labels the field that orders its room. */
  static void message(LoadSocket socket, ByteBuf frame, int begin, AsciiString position) {
    if (socket.looksCloser()) {
      int ordered = FrameScan.after(frame, position, begin);
      int content = FrameScan.after(frame, CONTENT, begin);
      socket.delivered(FrameScan.number(frame, ordered), FrameScan.number(frame, content));
    } else {
      socket.delivered(1);
    }
  }

  /** Counts an acknowledgement that begins here and names the send by its id. */
  static void ack(LoadSocket socket, ByteBuf frame, int begin) {
    int id = FrameScan.after(frame, ID, begin);
    socket.acked(FrameScan.hex(frame, id + NUMBER_AT, Sends.ID_DIGITS));
  }

  /** Asks for the socket's room. */
  static String join(LoadSocket socket) {
    return "{\"type\":\"join_room\",\"room_id\":" + socket.roomId() + "}";
  }

  /** Sends into the socket's room. */
  static String send(LoadSocket socket, String clientMsgId, String content) {
    return "{\"type\":\"send_message\"," + fields(socket, clientMsgId, content) + "}";
  }

  /** What a send says, wherever it stands. */
  static String fields(LoadSocket socket, String clientMsgId, String content) {
    return "\"room_id\":"
        + socket.roomId()
        + ",\"client_msg_id\":\""
        + clientMsgId
        + "\",\"content\":\""
        + content
        + "\"";
  }
}
