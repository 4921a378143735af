package org.parley.system.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * A line between two parts that can be made to fail: what connects here reaches a port of this
 * machine, until told otherwise. Every fault is for connections that are there as well as for new
 * ones. Thread-safe.
 */
final class FaultyLine implements AutoCloseable {

  /** Decides over what arrives from the other end. */
  interface Filter {
    /**
     * Reads one whole message and returns it, or nothing where it is to be lost; null at the end.
     */
    byte[] next(InputStream from) throws IOException;
  }

  private static final int NOWHERE = 0;

  private final ServerSocket listening;
  private final Set<LineConnection> open = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition flowing = lock.newCondition();
  private boolean stalled;
  private volatile int target;
  private volatile Duration delay = Duration.ZERO;
  private volatile Filter filter;
  private volatile Predicate<String> losesReplyTo;
  private volatile Trap trap;

  private FaultyLine(ServerSocket listening, int target) {
    this.listening = listening;
    this.target = target;
  }

  /** Something to be done when a request like this comes, before it is passed on; once. */
  private record Trap(Predicate<String> request, Runnable action) {}

  /** A line to this port of this machine, whether or not somebody listens there yet. */
  static FaultyLine to(int target) {
    try {
      FaultyLine line =
          new FaultyLine(new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress()), target);
      Thread.ofVirtual().name("line to " + target).start(line::accept);
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Nothing gets through, in either direction, and nobody is told: half-open. */
  void stall() {
    stalled(true);
  }

  /** Cuts what is connected now; new connections work. */
  void reset() {
    open.forEach(LineConnection::close);
  }

  /** Cuts what is connected, and refuses whoever comes until it leads somewhere again. */
  void cut() {
    leadTo(NOWHERE);
  }

  /** Cuts what is connected; what comes from now on reaches this port. */
  void leadTo(int port) {
    target = port;
    reset();
  }

  /** What the other end says comes this much later, chunk by chunk. */
  void slow(Duration by) {
    delay = by;
  }

  /** What the other end says passes this, message by message; for connections made from now on. */
  void filter(Filter all) {
    filter = all;
    reset();
  }

  /** Loses the answer to the next request like this, and with it the connection. */
  void loseReplyTo(Predicate<String> request) {
    losesReplyTo = request;
  }

  /** Does this when a request like this comes, before it is passed on. */
  void atRequest(Predicate<String> request, Runnable action) {
    trap = new Trap(request, action);
  }

  /** Whether what was to be done at a request is done. */
  boolean hasActed() {
    return trap == null;
  }

  /** Whether the answer that was to be lost is lost. */
  boolean hasLostReply() {
    return losesReplyTo == null;
  }

  /** Works again; what was stalled goes on. */
  void heal() {
    delay = Duration.ZERO;
    losesReplyTo = null;
    trap = null;
    stalled(false);
    if (filter != null) {
      filter = null;
      reset();
    }
  }

  private void stalled(boolean now) {
    lock.lock();
    try {
      stalled = now;
      flowing.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket near = listening.accept();
        connect(near);
      }
    } catch (IOException e) {
      // Closed: this line is not used any more.
    }
  }

  private void connect(Socket near) throws IOException {
    int port = target;
    if (port == NOWHERE) {
      near.close();
      return;
    }
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
      LineConnection connection = new LineConnection(this, near, far, filter);
      open.add(connection);
      connection.start(() -> open.remove(connection));
      if (port != target) {
        connection.close(); // led elsewhere meanwhile
      }
    } catch (IOException e) {
      near.close(); // nobody listens there
    }
  }

  /** Waits while nothing gets through. */
  void awaitFlow() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (stalled) {
        flowing.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits as long as this line is slow. */
  void awaitDelay() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = delay.toNanos();
      while (left > 0) {
        left = flowing.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Does what was to be done at a request like this. */
  synchronized void act(String request) {
    Trap now = trap;
    if (now != null && now.request().test(request)) {
      now.action().run();
      trap = null;
    }
  }

  /** Whether the answer to this is to be lost; says so once. */
  boolean takesReplyTo(String request) {
    Predicate<String> predicate = losesReplyTo;
    if (predicate != null && predicate.test(request)) {
      losesReplyTo = null;
      return true;
    }
    return false;
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      heal();
      reset();
    }
  }
}
