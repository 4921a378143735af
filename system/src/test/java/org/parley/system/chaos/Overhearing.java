package org.parley.system.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.parley.system.support.RawSocket;
import org.parley.system.support.Visitor;

/** A client that stays whatever it is told, and when it was last given a message. */
final class Overhearing implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long NEVER = Long.MIN_VALUE;

  private final RawSocket socket;
  private volatile long lastNanos = NEVER;

  private Overhearing(RawSocket socket) {
    this.socket = socket;
  }

  static Overhearing begin(URI address, Visitor visitor, long room) {
    try {
      RawSocket socket = RawSocket.open(address, "Sec-WebSocket-Protocol: parley.v1");
      socket.text(JSON.writeValueAsString(Map.of("type", "auth", "token", visitor.token())));
      socket.next();
      socket.text(JSON.writeValueAsString(Map.of("type", "join_room", "room_id", room)));
      socket.next();
      Overhearing overhearing = new Overhearing(socket);
      Thread.ofVirtual().name("overhearing").start(overhearing::listen);
      return overhearing;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen() {
    try {
      while (socket.next() instanceof RawSocket.Heard.Said said) {
        if (said.frame().path("type").asText().equals("new_message")) {
          lastNanos = System.nanoTime();
        }
      }
    } catch (IOException e) {
      // Closed by us, or nothing came for long.
    }
  }

  /** Seconds, for a table; 0.0 when nothing came after that. */
  String lastHeardAfter(long nanos) {
    long last = lastNanos;
    double seconds =
        last == NEVER || last - nanos < 0
            ? 0
            : (double) (last - nanos) / TimeUnit.SECONDS.toNanos(1);
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
