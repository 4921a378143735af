package org.parley.system.bench.storm;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import org.parley.system.bench.dialect.FrameScan;

/**
 * Where one client stands in its room: its cursor, and what it was given. It lasts while
 * connections come and go. Used by its thread.
 */
final class Seat {

  private static final AsciiString SEQ = AsciiString.cached("\"seq\":");
  private static final AsciiString CHANGE_SEQ = AsciiString.cached("\"change_seq\":");
  private static final AsciiString HEAD = AsciiString.cached("\"head\":");
  private static final AsciiString EPOCH = AsciiString.cached("\"epoch\":\"");

  private final Tally tally;
  private final long roomId;
  private final Received received = new Received();
  private String epoch = "";
  private long cursor;
  private boolean inside;
  private boolean lossExpected;
  private long insideSince;

  Seat(Tally tally, long roomId) {
    this.tally = tally;
    this.roomId = roomId;
  }

  long roomId() {
    return roomId;
  }

  Received received() {
    return received;
  }

  boolean isInside() {
    return inside;
  }

  /** When it came into the room last, as {@link System#nanoTime}. */
  long insideSince() {
    return insideSince;
  }

  /** How to ask for the room: to resume, if it was there before. */
  String ask() {
    String room = "{\"type\":\"join_room\",\"room_id\":" + roomId;
    return epoch.isEmpty()
        ? room + "}"
        : room + ",\"after\":" + cursor + ",\"epoch\":\"" + epoch + "\"}";
  }

  /** Counts as inside only when it has come back. */
  void expectLoss() {
    lossExpected = inside;
    inside = false;
  }

  /** The connection is gone, or did not come to be. */
  void lost() {
    if (inside) {
      tally.inside--;
      tally.lost++;
    } else if (!lossExpected) {
      tally.failed++;
    }
    inside = false;
    lossExpected = false;
  }

  /** {@code new_message}. */
  void message(ByteBuf text, int begin) {
    received.take(number(text, SEQ, begin));
    if (number(text, CHANGE_SEQ, begin) == cursor + 1) {
      cursor++;
    }
    if (!inside && !lossExpected) {
      tally.replayed++;
    }
  }

  /** {@code room_joined}, {@code resumed} or {@code resync_required}: the fourth letter differs. */
  void aboutRoom(ByteBuf text, int begin) {
    switch (text.getByte(begin + FrameScan.TYPE_AT + 3)) {
      case 'm' -> {
        if (epoch.isEmpty()) {
          beginAnew(text, begin);
        } // else resumed follows
      }
      case 'u' -> {
        cursor = Math.max(cursor, number(text, HEAD, begin));
        comeIn();
      }
      case 'y' -> {
        tally.resyncs++;
        beginAnew(text, begin);
      }
      default -> {}
    }
  }

  /** Without reading history, which a real client would do now. */
  private void beginAnew(ByteBuf text, int begin) {
    int at = FrameScan.after(text, EPOCH, begin);
    int end = text.indexOf(at, text.writerIndex(), (byte) '"');
    epoch = text.toString(at, end - at, StandardCharsets.US_ASCII);
    cursor = number(text, HEAD, begin);
    received.beginAfter(cursor); // seq and change_seq are one where nobody edits
    comeIn();
  }

  private void comeIn() {
    if (!inside && !lossExpected) {
      inside = true;
      insideSince = System.nanoTime();
      tally.inside++;
    }
  }

  private static long number(ByteBuf text, AsciiString label, int begin) {
    return FrameScan.number(text, FrameScan.after(text, label, begin));
  }
}
