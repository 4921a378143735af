package org.parley.chat.support;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.parley.chat.support.ChatService.Someone;
import org.parley.contract.Json;

/**
 * A socket in a room that says who it is and then takes nothing, as a phone that lost its network.
 */
public final class StuckReader implements AutoCloseable {

  /** The least the operating system gives: little fits between the server and a stuck reader. */
  private static final int BUFFER_BYTES = 4_096;

  private static final int PATIENCE_MILLIS = 30_000;
  private static final int FIN_AND_TEXT = 0x81;
  private static final int MASKED = 0x80;
  private static final int LENGTH_IN_16_BITS = 126;

  private final Socket socket = new Socket();

  private StuckReader() {}

  /** Returns when the server has let it into the room. */
  public static StuckReader in(long room, Someone person) throws IOException {
    StuckReader reader = new StuckReader();
    reader.socket.setReceiveBufferSize(BUFFER_BYTES); // counts only before it connects
    reader.socket.setSoTimeout(PATIENCE_MILLIS);
    reader.socket.connect(new InetSocketAddress("localhost", ChatService.port()));
    reader.say(
        """
        GET /ws HTTP/1.1\r
        Host: localhost\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==\r
        Sec-WebSocket-Protocol: parley.v1\r
        \r
        """
            .getBytes(StandardCharsets.ISO_8859_1));
    reader.readUntil("\r\n\r\n");
    reader.say(frame(Map.of("type", "auth", "token", person.token())));
    reader.say(frame(Map.of("type", "join_room", "room_id", room)));
    reader.readUntil("room_joined");
    return reader;
  }

  private static byte[] frame(Map<String, ?> fields) throws IOException {
    byte[] payload = Json.json().writeValueAsBytes(fields);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(FIN_AND_TEXT);
    if (payload.length < LENGTH_IN_16_BITS) {
      frame.write(MASKED | payload.length);
    } else {
      frame.write(MASKED | LENGTH_IN_16_BITS);
      frame.write(payload.length >> Byte.SIZE);
      frame.write(payload.length);
    }
    frame.write(new byte[Integer.BYTES]); // a mask of zeroes leaves the payload as it is
    frame.write(payload);
    return frame.toByteArray();
  }

  private void say(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  private void readUntil(String word) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder read = new StringBuilder();
    while (read.indexOf(word) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the server closed before " + word);
      }
      read.append((char) next);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
