package org.parley.system.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.parley.system.support.RawSocket;
import org.parley.system.support.Visitor;

/** A client that stays whatever it is told, and when it was last given a message. */
final class Overhearing implements AutoCloseable {

  private static final long NEVER = Long.MIN_VALUE;

  private final RawSocket socket;
  private volatile long lastNanos = NEVER;

  private Overhearing(RawSocket socket) {
    this.socket = socket;
  }

  static Overhearing begin(URI address, Visitor visitor, long room) {
    try {
      Overhearing overhearing = new Overhearing(RawSocket.inRoom(address, visitor, room));
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
