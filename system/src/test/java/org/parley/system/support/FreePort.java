package org.parley.system.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** Ports that nobody listens on right now. */
public final class FreePort {

  private FreePort() {}

  /** One of them; the system does not give the same one again soon. */
  public static int choose() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
