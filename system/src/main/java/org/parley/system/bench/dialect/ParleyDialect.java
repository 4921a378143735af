package org.parley.system.bench.dialect;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import org.parley.system.bench.load.Dialect;
import org.parley.system.bench.load.LoadSocket;

/**
 * Parley's socket.
 *
 * @param subprotocol {@code parley.v1}, or {@code parley.v1.batch}: then a text may hold several
 *     frames, one a line
 */
public record ParleyDialect(String subprotocol) implements Dialect {

  /** Frames that wait together are one text, a line each. */
  private static final String JOINED = "parley.v1.batch";

  private static final AsciiString SEQ = AsciiString.cached("\"seq\":");
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
    switch (text.getByte(begin + FrameScan.TYPE_AT)) {
      case 'n' -> ChatFrames.message(socket, text, begin, SEQ);
      case 'm' -> {
        if (FrameScan.after(text.slice(0, begin + length), ACK, begin) >= 0) {
          ChatFrames.ack(socket, text, begin);
        }
      }
      case 's' -> socket.say(ChatFrames.join(socket));
      case 'r' -> {
        if (FrameScan.after(text, ROOM_JOINED, begin)
            == begin + FrameScan.TYPE_AT + ROOM_JOINED.length()) {
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

  @Override
  public void send(LoadSocket socket, long number, String clientMsgId, String content) {
    socket.sayLater(ChatFrames.send(socket, clientMsgId, content));
  }
}
