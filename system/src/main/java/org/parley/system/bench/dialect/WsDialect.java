package org.parley.system.bench.dialect;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import org.parley.system.bench.load.Dialect;
import org.parley.system.bench.load.LoadSocket;

/** The bare {@code ws} room server beside the benchmark: no auth, no storage. */
public record WsDialect() implements Dialect {

  private static final AsciiString MESSAGE_ID = AsciiString.cached("\"message_id\":");

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
    socket.say(ChatFrames.join(socket));
  }

  @Override
  public void heard(LoadSocket socket, ByteBuf frame) {
    int begin = frame.readerIndex();
    switch (frame.getByte(begin + FrameScan.TYPE_AT)) {
      case 'n' -> ChatFrames.message(socket, frame, begin, MESSAGE_ID);
      case 'm' -> ChatFrames.ack(socket, frame, begin);
      case 'r' -> socket.joined();
      default -> {}
    }
  }

  @Override
  public void send(LoadSocket socket, long number, String clientMsgId, String content) {
    socket.sayLater(ChatFrames.send(socket, clientMsgId, content));
  }
}
