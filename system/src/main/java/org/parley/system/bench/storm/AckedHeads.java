package org.parley.system.bench.storm;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.system.bench.dialect.FrameScan;
import org.parley.system.bench.dialect.ParleyDialect;
import org.parley.system.bench.load.Dialect;
import org.parley.system.bench.load.LoadSocket;

/**
 * Parley's socket, which also notes the newest message acknowledged in each room: what was
 * promised. Thread-safe.
 */
final class AckedHeads implements Dialect {

  private static final AsciiString SEQ = AsciiString.cached("\"seq\":");

  /** Where the type message_ack differs from message_changed. */
  private static final int KIND_AT = FrameScan.TYPE_AT + "message_".length();

  private final Dialect parley = new ParleyDialect(StormClient.SUBPROTOCOL);
  private final Map<Long, Long> newest = new ConcurrentHashMap<>();

  /** By room, seq of the newest message that was acknowledged; absent before the first. */
  Map<Long, Long> newest() {
    return newest;
  }

  @Override
  public String path() {
    return parley.path();
  }

  @Override
  public String subprotocol() {
    return parley.subprotocol();
  }

  @Override
  public void opened(LoadSocket socket) {
    parley.opened(socket);
  }

  @Override
  public void heard(LoadSocket socket, ByteBuf frame) {
    int begin = frame.readerIndex();
    if (frame.getByte(begin + FrameScan.TYPE_AT) == 'm' && frame.getByte(begin + KIND_AT) == 'a') {
      long seq = FrameScan.number(frame, FrameScan.after(frame, SEQ, begin));
      newest.merge(socket.roomId(), seq, Math::max);
    }
    parley.heard(socket, frame);
  }

  @Override
  public void send(LoadSocket socket, long number, String clientMsgId, String content) {
    parley.send(socket, number, clientMsgId, content);
  }
}
