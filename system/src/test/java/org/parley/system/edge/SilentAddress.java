package org.parley.system.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * An address where nobody answers at all, as that of a container that is gone: the queue of those
 * that wait to be accepted is full, and Linux then says nothing to whoever comes.
 */
final class SilentAddress implements AutoCloseable {

  private static final String ADDRESS = "127.0.0.3";

  private static final int MOST_WAITING = 10;
  private static final int CONNECT_MILLIS = 200;

  private final ServerSocket listening;
  private final List<Socket> waiting = new ArrayList<>();

  SilentAddress(int port) throws IOException {
    listening = new ServerSocket(port, 1, InetAddress.getByName(ADDRESS));
    while (connects()) {
      assertThat(waiting).as("those waiting").hasSizeLessThan(MOST_WAITING);
    }
  }

  String address() {
    return ADDRESS;
  }

  private boolean connects() throws IOException {
    Socket socket = new Socket();
    waiting.add(socket);
    try {
      socket.connect(new InetSocketAddress(ADDRESS, listening.getLocalPort()), CONNECT_MILLIS);
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : waiting) {
      socket.close();
    }
    listening.close();
  }
}
