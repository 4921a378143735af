package org.parley.system.bench.dialect;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import org.parley.system.bench.load.Dialect;
import org.parley.system.bench.load.LoadSocket;

/**
 * Socket.IO 4 over Engine.IO 4, WebSocket only. Source of the packet types: the project's protocol
 * documents, version 5 of Socket.IO's and 4 of Engine.IO's.
 */
public record SocketIoDialect() implements Dialect {

  private static final AsciiString MESSAGE_ID = AsciiString.cached("\"message_id\":");
  private static final AsciiString ERROR = AsciiString.cached("\"error\"");

  /** Where the name of an event begins. */
  private static final int EVENT_AT = 4;

  /** Under which joining is acknowledged; sends count from 1. */
  private static final long JOIN = 0;

  @Override
  public String path() {
    return "/socket.io/?EIO=4&transport=websocket";
  }

  @Override
  public String subprotocol() {
    return "";
  }

  @Override
  public void opened(LoadSocket socket) {
    // The server speaks first: 0{…}.
  }

  @Override
  public void heard(LoadSocket socket, ByteBuf frame) {
    int begin = frame.readerIndex();
    switch (frame.getByte(begin)) {
      case '0' -> socket.say("40{\"token\":\"" + socket.token() + "\"}");
      case '2' -> socket.say("3");
      case '4' -> packet(socket, frame, begin);
      default -> {}
    }
  }

  private static void packet(LoadSocket socket, ByteBuf frame, int begin) {
    switch (frame.getByte(begin + 1)) {
      case '0' -> socket.say("42" + JOIN + "[\"join\",{\"room_id\":" + socket.roomId() + "}]");
      case '2' -> {
        if (frame.getByte(begin + EVENT_AT) == 'n') {
          ChatFrames.message(socket, frame, begin, MESSAGE_ID);
        }
      }
      case '3' -> answer(socket, frame, begin + 2);
      case '4' -> socket.turnedAway(frame);
      default -> {}
    }
  }

  private static void answer(LoadSocket socket, ByteBuf frame, int idAt) {
    long number = FrameScan.number(frame, idAt);
    if (number == JOIN) {
      socket.joined();
    } else if (FrameScan.after(frame, ERROR, idAt) >= 0) {
      socket.refused();
    } else {
      socket.acked(number);
    }
  }

  @Override
  public void send(LoadSocket socket, long number, String clientMsgId, String content) {
    socket.sayLater(
        "42" + number + "[\"send\",{" + ChatFrames.fields(socket, clientMsgId, content) + "}]");
  }
}
