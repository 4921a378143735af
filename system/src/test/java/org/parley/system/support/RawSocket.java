package org.parley.system.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.contract.promise.FrameContract.Speaker;
import org.parley.contract.promise.FrameWatch;

/**
 * A WebSocket with no library between, which sends what no library would. Closing it fails when the
 * server said something that is not as docs/asyncapi.yaml says.
 */
public final class RawSocket implements AutoCloseable {

  /** Opcodes of RFC 6455 §5.2. */
  public static final int CONTINUATION = 0;

  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int PONG = 10;

  /** The bit of a message's last frame. */
  public static final int FIN = 0x80;

  private static final int MASKED = 0x80;
  private static final int LENGTH_IN_16_BITS = 126;
  private static final int LENGTH_IN_64_BITS = 127;
  private static final byte[] MASK = {0x1d, 0x27, 0x3b, 0x41};
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What came from the server. */
  public sealed interface Heard {
    /** A frame of the protocol. */
    record Said(JsonNode frame) implements Heard {}

    /** The end, with its reason. */
    record Closed(int code, String reason) implements Heard {}

    /** The end without a word. */
    record Cut() implements Heard {}
  }

  /** The answer to a handshake: its status, its headers in lower case, a line each. */
  public record Handshake(int status, List<String> headers) {}

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final FrameWatch watch = new FrameWatch();

  private RawSocket(URI address) throws IOException {
    socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout((int) LIMIT.toMillis());
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = socket.getOutputStream();
  }

  /** A socket past its handshake, without Origin. */
  public static RawSocket open(URI address, String... headers) throws IOException {
    RawSocket opened = new RawSocket(address);
    Handshake answer = opened.ask(upgrade(address, headers));
    if (answer.status != 101) {
      opened.close();
      throw new IOException("the handshake was answered with " + answer);
    }
    return opened;
  }

  /** The socket of somebody who is in a room, and speaks {@code parley.v1}. */
  public static RawSocket inRoom(URI address, Visitor visitor, long roomId) throws IOException {
    RawSocket socket = open(address, "Sec-WebSocket-Protocol: parley.v1");
    socket.text(JSON.writeValueAsString(Map.of("type", "auth", "token", visitor.token())));
    socket.next();
    socket.text(JSON.writeValueAsString(Map.of("type", "join_room", "room_id", roomId)));
    socket.next();
    return socket;
  }

  /** Sends any request at this address and returns how it was answered. */
  public static Handshake ask(URI address, String request) throws IOException {
    try (RawSocket asking = new RawSocket(address)) {
      return asking.ask(request);
    }
  }

  /** The request of a handshake, with these headers besides. */
  public static String upgrade(URI address, String... headers) {
    return "GET "
        + address.getPath()
        + " HTTP/1.1\r\nHost: "
        + address.getAuthority()
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        + "Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==\r\n"
        + List.of(headers).stream().map(line -> line + "\r\n").collect(Collectors.joining())
        + "\r\n";
  }

  private Handshake ask(String request) throws IOException {
    out.write(request.getBytes(StandardCharsets.ISO_8859_1));
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      head.write(in.readByte());
      text = head.toString(StandardCharsets.ISO_8859_1);
    }
    List<String> lines = text.strip().lines().toList();
    return new Handshake(
        Integer.parseInt(lines.getFirst().split(" ")[1]),
        lines.stream().skip(1).map(line -> line.toLowerCase(Locale.ROOT)).toList());
  }

  /** Sends a text frame. */
  public void text(String text) throws IOException {
    Confidences.keepOf(text);
    frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends one frame, masked as a client must. */
  public void frame(int firstByte, byte[] payload) throws IOException {
    byte[] masked = payload.clone();
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= MASK[i % MASK.length];
    }
    ByteArrayOutputStream frame = header(firstByte, MASKED, payload.length);
    frame.writeBytes(MASK);
    frame.writeBytes(masked);
    out.write(frame.toByteArray());
  }

  /** Sends one frame as it is, which only a server may. */
  public void unmaskedFrame(int firstByte, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = header(firstByte, 0, payload.length);
    frame.writeBytes(payload);
    out.write(frame.toByteArray());
  }

  /** Sends the beginning of a frame that says it is longer. */
  public void beginning(int firstByte, int length, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = header(firstByte, MASKED, length);
    frame.writeBytes(MASK);
    frame.writeBytes(payload);
    out.write(frame.toByteArray());
  }

  private static ByteArrayOutputStream header(int firstByte, int mask, int length) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.write(firstByte);
    if (length < LENGTH_IN_16_BITS) {
      header.write(mask | length);
    } else if (length < 1 << Short.SIZE) {
      header.write(mask | LENGTH_IN_16_BITS);
      header.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort((short) length).array());
    } else {
      header.write(mask | LENGTH_IN_64_BITS);
      header.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
    }
    return header;
  }

  /** What comes next; pings and pongs of the transport are passed over. */
  public Heard next() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    try {
      while (true) {
        int first = in.readUnsignedByte();
        byte[] payload = in.readNBytes(payloadLength());
        switch (first & 0x0f) {
          case PING, PONG -> {}
          case CLOSE -> {
            frame(FIN | CLOSE, payload); // the server waits for it before it lets go
            return closed(payload);
          }
          default -> {
            message.writeBytes(payload);
            if ((first & FIN) != 0) {
              JsonNode frame = JSON.readTree(message.toByteArray());
              watch.said(Speaker.SERVER, frame);
              return new Heard.Said(frame);
            }
          }
        }
      }
    } catch (EOFException | SocketException e) {
      return new Heard.Cut();
    }
  }

  private int payloadLength() throws IOException {
    int length = in.readUnsignedByte();
    return switch (length) {
      case LENGTH_IN_16_BITS -> in.readUnsignedShort();
      case LENGTH_IN_64_BITS -> Math.toIntExact(in.readLong());
      default -> length;
    };
  }

  private static Heard closed(byte[] payload) {
    if (payload.length < Short.BYTES) {
      return new Heard.Closed(1005, ""); // RFC 6455 §7.1.5: a close without a code
    }
    int code = Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort());
    return new Heard.Closed(
        code,
        new String(payload, Short.BYTES, payload.length - Short.BYTES, StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
    watch.verify();
  }
}
