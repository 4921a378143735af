package org.parley.system.badinput;

import static org.parley.system.badinput.BadInput.described;
import static org.parley.system.support.RawSocket.BINARY;
import static org.parley.system.support.RawSocket.CLOSE;
import static org.parley.system.support.RawSocket.CONTINUATION;
import static org.parley.system.support.RawSocket.FIN;
import static org.parley.system.support.RawSocket.PING;
import static org.parley.system.support.RawSocket.TEXT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.parley.system.badinput.BadInput.Group;
import org.parley.system.badinput.BadInput.Start;
import org.parley.system.support.RawSocket;

/** Frames of the WebSocket protocol itself: sizes, fragments, kinds, and those it forbids. */
final class WireCases {

  private static final int LIMIT = 64 * 1024;
  private static final int RESERVED_BIT = 0x40;
  private static final int UNKNOWN_OPCODE = 3;
  private static final byte[] PING_FRAME = "{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8);

  private WireCases() {}

  static List<Group> groups() {
    return List.of(
        new Group("Sizes and fragments", "On a socket in `ROOM`.", sizes()),
        new Group("Frames the WebSocket protocol forbids", "On a socket in `ROOM`.", forbidden()));
  }

  private static List<BadInput> sizes() {
    return List.of(
        socket("A frame of 65,536 bytes", s -> s.frame(FIN | TEXT, padded(LIMIT)), "pong"),
        // Only the beginning: a server that has closed resets what is still being written, and the
        // reset may overtake the close.
        socket(
            "The beginning of a frame of 65,537 bytes",
            s -> s.beginning(FIN | TEXT, LIMIT + 1, PING_FRAME),
            "close 1009"),
        socket(
            "The beginning of a frame of 1 GiB",
            s -> s.beginning(FIN | TEXT, 1 << 30, PING_FRAME),
            "close 1009"),
        socket(
            "{\"type\":\"ping\"} in a fragment per byte", s -> inPieces(s, PING_FRAME, 1), "pong"),
        socket(
            "65,536 bytes in fragments of 1,000", s -> inPieces(s, padded(LIMIT), 1_000), "pong"),
        socket(
            "65,537 bytes in fragments of 1,000",
            s -> inPieces(s, padded(LIMIT + 1), 1_000),
            "close 1009"),
        socket(
            "A ping of the transport between two fragments",
            s -> {
              s.frame(TEXT, Arrays.copyOf(PING_FRAME, 5));
              s.frame(FIN | PING, new byte[0]);
              s.frame(FIN | CONTINUATION, Arrays.copyOfRange(PING_FRAME, 5, PING_FRAME.length));
            },
            "pong"),
        socket(
            "A character of UTF-8 across two fragments",
            s -> {
              byte[] text = "{\"type\":\"ping\",\"x\":\"😀\"}".getBytes(StandardCharsets.UTF_8);
              s.frame(TEXT, Arrays.copyOf(text, 22));
              s.frame(FIN | CONTINUATION, Arrays.copyOfRange(text, 22, text.length));
            },
            "pong"),
        socket("An empty binary frame", s -> s.frame(FIN | BINARY, new byte[0]), "close 1003"),
        socket(
            "{\"type\":\"ping\"} in a binary frame",
            s -> s.frame(FIN | BINARY, PING_FRAME),
            "close 1003"),
        socket("A ping of the transport", s -> s.frame(FIN | PING, new byte[125])));
  }

  private static List<BadInput> forbidden() {
    return List.of(
        socket(
            "A frame that is not masked",
            s -> s.unmaskedFrame(FIN | TEXT, PING_FRAME),
            "close 1002"),
        socket("A reserved bit", s -> s.frame(FIN | RESERVED_BIT | TEXT, PING_FRAME), "close 1002"),
        socket("An unknown opcode", s -> s.frame(FIN | UNKNOWN_OPCODE, PING_FRAME), "close 1002"),
        socket(
            "A continuation of nothing",
            s -> s.frame(FIN | CONTINUATION, PING_FRAME),
            "close 1002"),
        socket(
            "A new text amid the fragments of another",
            s -> {
              s.frame(TEXT, PING_FRAME);
              s.frame(FIN | TEXT, PING_FRAME);
            },
            "close 1002"),
        socket("A ping in fragments", s -> s.frame(PING, new byte[1]), "close 1002"),
        socket("A ping of 126 bytes", s -> s.frame(FIN | PING, new byte[126]), "close 1002"),
        socket("A close with one byte", s -> s.frame(FIN | CLOSE, new byte[1]), "close 1002"),
        socket(
            "A close with code 999",
            s -> s.frame(FIN | CLOSE, new byte[] {3, (byte) 0xe7}),
            "close 1002"),
        socket(
            "A close with code 1000",
            s -> s.frame(FIN | CLOSE, new byte[] {3, (byte) 0xe8}),
            "close 1000"));
  }

  private interface Wire {
    void play(RawSocket socket) throws IOException;
  }

  private static BadInput socket(String words, Wire wire, String... answers) {
    return described(Start.IN_ROOM, words, scene -> wire.play(scene.socket()), answers);
  }

  /** A ping of this many bytes. */
  private static byte[] padded(int bytes) {
    String head = "{\"type\":\"ping\",\"x\":\"";
    return (head + "x".repeat(bytes - head.length() - 2) + "\"}").getBytes(StandardCharsets.UTF_8);
  }

  private static void inPieces(RawSocket socket, byte[] text, int size) throws IOException {
    for (int from = 0; from < text.length; from += size) {
      int to = Math.min(from + size, text.length);
      int last = to == text.length ? FIN : 0;
      socket.frame(last | (from == 0 ? TEXT : CONTINUATION), Arrays.copyOfRange(text, from, to));
    }
  }
}
