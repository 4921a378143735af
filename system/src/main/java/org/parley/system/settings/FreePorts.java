package org.parley.system.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Chooses ports nobody listens on, never the same one twice. */
final class FreePorts {

  // Below the range from which systems give ports to outgoing connections (Linux: from 32768), so
  // that no such connection
  // takes the port between the choice and its use.
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 1_000;

  private final Set<Integer> taken;

  FreePorts(Set<Integer> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** The port itself, or a free one in place of 0. */
  int orChoose(int port) {
    return port == 0 ? choose() : port;
  }

  private int choose() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (!taken.contains(port) && isFree(port)) {
        taken.add(port);
        return port;
      }
    }
    throw new StartProblem(
        "No free port was found between "
            + LOWEST
            + " and "
            + HIGHEST
            + ": name the ports yourself.");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
