package org.parley.system.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Another address of this machine, for a port that is taken on 127.0.0.1: an instance with a port
 * of its own is reached there, as one in another container is.
 */
public final class SecondAddress implements AutoCloseable {

  public static final String ADDRESS = "127.0.0.2";

  private final ServerSocket listening;
  private final int target;
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /**
   * Listens.
   *
   * @param port the port at this address
   * @param target the port of 127.0.0.1 that is reached by it
   */
  public SecondAddress(int port, int target) throws IOException {
    this.listening = new ServerSocket(port, 0, InetAddress.getByName(ADDRESS));
    this.target = target;
    Thread.ofVirtual().start(this::accept);
  }

  /** How many connections there were so far. */
  public int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket near = listening.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        connections.incrementAndGet();
        open.add(near);
        open.add(far);
        Thread.ofVirtual().start(() -> copy(near, far));
        Thread.ofVirtual().start(() -> copy(far, near));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // The end of one end is the end of both.
    }
  }

  /** As an instance that dies: nobody listens any more, and what was connected is cut. */
  public void cut() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
