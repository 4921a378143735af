package org.parley.system.guard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.parley.system.settings.Ports;
import org.parley.system.settings.StartProblem;

/**
 * Finds taken ports before anything starts, so that the answer is a sentence and not a stack trace
 * in some log.
 */
public final class PortCheck {

  private PortCheck() {}

  public static void requireFree(Ports ports) {
    for (Ports.Use use : ports.uses()) {
      if (!isFree(use.port())) {
        String owner = PortOwner.of(use.port()).map(name -> " by " + name).orElse("");
        throw new StartProblem(
            "Port "
                + use.port()
                + ", meant for "
                + use.part()
                + ", is taken"
                + owner
                + ": stop what uses it, or choose another"
                + " one with "
                + use.variable()
                + ".");
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
