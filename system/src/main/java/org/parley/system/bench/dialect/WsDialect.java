package org.parley.system.bench.dialect;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import org.parley.system.bench.load.Dialect;
import org.parley.system.bench.load.LoadSocket;
import org.parley.system.bench.load.Sends;

/** The bare {@code ws} room server beside the benchmark: no auth, no storage. */
public record WsDialect() implements Dialect {

  private static final AsciiString CONTENT = AsciiString.cached("\"content\":\"");
  private static final AsciiString MESSAGE_ID = AsciiString.cached("\"message_id\":");
  private static final AsciiString ID = AsciiString.cached("\"client_msg_id\":\"");

  /** Behind the first quote of the value of the field type, which every frame begins with. */
  private static final int TYPE_AT = 9;

  /** Before the number in an id: {@code 00000000-0000-4000-8000-}. */
  private static final int NUMBER_AT = 24;

  @Override
  public String path() {
    return "/";
  }

  @Override
  public String subprotocol() {
    return "";
  }

  @Override
  public void opened(LoadSocket socket) {
    socket.say("{\"type\":\"join_room\",\"room_id\":" + socket.roomId() + "}");
  }

  @Override
  public void heard(LoadSocket socket, ByteBuf frame) {
    switch (frame.getByte(frame.readerIndex() + TYPE_AT)) {
      case 'n' -> message(socket, frame);
      case 'm' -> {
        int id = FrameScan.after(frame, ID, frame.readerIndex());
        socket.acked(FrameScan.hex(frame, id + NUMBER_AT, Sends.ID_DIGITS));
      }
      case 'r' -> socket.joined();
      default -> {}
    }
  }

  private static void message(LoadSocket socket, ByteBuf frame) {
    if (socket.looksCloser()) {
      int id = FrameScan.after(frame, MESSAGE_ID, frame.readerIndex());
      int content = FrameScan.after(frame, CONTENT, id);
      socket.delivered(FrameScan.number(frame, id), FrameScan.number(frame, content));
    } else {
      socket.delivered(1);
    }
  }

  @Override
  public void send(LoadSocket socket, long number, String clientMsgId, String content) {
    socket.sayLater(
        "{\"type\":\"send_message\",\"room_id\":"
            + socket.roomId()
            + ",\"client_msg_id\":\""
            + clientMsgId
            + "\",\"content\":\""
            + content
            + "\"}");
  }
}
