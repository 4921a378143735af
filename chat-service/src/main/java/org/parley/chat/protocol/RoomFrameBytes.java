package org.parley.chat.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.parley.contract.trace.TraceParent;

/**
 * How room frames travel: the code of their kind, three numbers, and the text as UTF-8. A traced
 * frame has the code as a capital, and the traceparent before the text: an instance that does not
 * know of it skips the frame, and finds the change in the log.
 */
final class RoomFrameBytes {

  private static final int HEADER_BYTES = 1 + 3 * Long.BYTES;
  private static final int TRACE_BYTES = TraceParent.LENGTH;
  private static final byte[] NO_TRACE = {};

  private RoomFrameBytes() {}

  static byte[] of(RoomFrame frame) {
    byte[] utf8 = frame.text().getBytes(StandardCharsets.UTF_8);
    TraceParent trace = frame.trace();
    byte[] span = trace == null ? NO_TRACE : trace.text().getBytes(StandardCharsets.US_ASCII);
    byte code = frame.kind().code();
    return ByteBuffer.allocate(HEADER_BYTES + span.length + utf8.length)
        .put(trace == null ? code : otherCase(code))
        .putLong(frame.changeSeq())
        .putLong(frame.seq())
        .putLong(frame.userId())
        .put(span)
        .put(utf8)
        .array();
  }

  static RoomFrame read(byte[] bytes) {
    if (bytes.length < HEADER_BYTES) {
      throw new IllegalArgumentException("a room frame has at least " + HEADER_BYTES + " bytes");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte code = in.get();
    boolean traced = code >= 'A' && code <= 'Z';
    RoomFrame.Kind kind = RoomFrame.Kind.of(traced ? otherCase(code) : code);
    long changeSeq = in.getLong();
    long seq = in.getLong();
    long userId = in.getLong();
    TraceParent trace = traced ? traceIn(in) : null;
    String text =
        new String(bytes, in.position(), bytes.length - in.position(), StandardCharsets.UTF_8);
    return new RoomFrame(kind, changeSeq, seq, userId, text, 0, trace);
  }

  private static TraceParent traceIn(ByteBuffer in) {
    if (in.remaining() < TRACE_BYTES) {
      throw new IllegalArgumentException("a traced room frame has a traceparent");
    }
    byte[] span = new byte[TRACE_BYTES];
    in.get(span);
    return new TraceParent(new String(span, StandardCharsets.US_ASCII));
  }

  private static byte otherCase(byte letter) {
    return (byte) (letter ^ 0x20);
  }
}
