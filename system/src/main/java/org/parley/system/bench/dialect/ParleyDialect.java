package org.parley.system.bench.dialect;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import org.parley.system.bench.load.Dialect;
import org.parley.system.bench.load.LoadSocket;
import org.parley.system.bench.load.Sends;

/**
 * Parley's socket.
 *
 * @param subprotocol {@code parley.v1}, or {@code parley.v1.batch}: then a text may hold several
 *     frames, one a line
 */
public record ParleyDialect(String subprotocol) implements Dialect {

  /** Frames that wait together are one text, a line each. */
  private static final String JOINED = "parley.v1.batch";

  private static final AsciiString CONTENT = AsciiString.cached("\"content\":\"");
  private static final AsciiString SEQ = AsciiString.cached("\"seq\":");
  private static final AsciiString ID = AsciiString.cached("\"client_msg_id\":\"");

  /** Behind the first quote of the value of the field type, which every frame begins with. */
  private static final int TYPE_AT = 9;

  /** Before the number in an id: {@code 00000000-0000-4000-8000-}. */
  private static final int NUMBER_AT = 24;

  private static final AsciiString ROOM_JOINED = AsciiString.cached("room_joined");
  private static final AsciiString RESYNC = AsciiString.cached("resync_required");
  private static final AsciiString ACK = AsciiString.cached("message_ack");

  @Override
  public String path() {
    return "/ws";
  }

  @Override
  public void opened(LoadSocket socket) {
    socket.say("{\"type\":\"auth\",\"token\":\"" + socket.token() + "\"}");
  }

  @Override
  public void heard(LoadSocket socket, ByteBuf text) {
    int end = text.writerIndex();
    if (!JOINED.equals(subprotocol)) {
      frame(socket, text, text.readerIndex(), end - text.readerIndex());
      return;
    }
    for (int begin = text.readerIndex(); begin < end; ) {
      int newline = text.indexOf(begin, end, (byte) '\n');
      int length = (newline < 0 ? end : newline) - begin;
      frame(socket, text, begin, length);
      begin += length + 1;
    }
  }

  private static void frame(LoadSocket socket, ByteBuf text, int begin, int length) {
    switch (text.getByte(begin + TYPE_AT)) {
      case 'n' -> message(socket, text, begin);
      case 'm' -> {
        if (FrameScan.after(text.slice(0, begin + length), ACK, begin) >= 0) {
          int id = FrameScan.after(text, ID, begin);
          socket.acked(FrameScan.hex(text, id + NUMBER_AT, Sends.ID_DIGITS));
        }
      }
      case 's' -> socket.say("{\"type\":\"join_room\",\"room_id\":" + socket.roomId() + "}");
      case 'r' -> {
        if (FrameScan.after(text, ROOM_JOINED, begin) == begin + TYPE_AT + ROOM_JOINED.length()) {
          socket.joined();
        } else if (FrameScan.after(text, RESYNC, begin) > 0) {
          socket.resync();
        }
      }
      case 'e' -> {
        socket.refused();
        socket.turnedAway(text);
      }
      default -> {}
    }
  }

  private static void message(LoadSocket socket, ByteBuf text, int begin) {
    if (socket.looksCloser()) {
      int content = FrameScan.after(text, CONTENT, begin);
      int seq = FrameScan.after(text, SEQ, content);
      socket.delivered(FrameScan.number(text, seq), FrameScan.number(text, content));
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
