package org.parley.chat.socket;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.AccessToken;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.protocol.ServerFrame;

/**
 * One socket: who is on it, which rooms it is in, and its single writer.
 *
 * <p>Anybody may hand it frames; they leave in the order they were handed in, by one writer at a
 * time, and handing in never blocks. The rooms and the person change only on the thread that
 * handles this socket's frames.
 */
public final class Connection {

  private static final Logger LOG = System.getLogger(Connection.class.getName());
  private static final long NOT_WRITING = 0;

  private final Transport transport;
  private final Executor writers;
  private final boolean manyRooms;
  private final Instant openedAt = Instant.now();
  private final Outbox outbox = new Outbox();
  private final Set<Long> rooms = ConcurrentHashMap.newKeySet();

  private volatile @Nullable AccessToken token;
  private volatile boolean gone;
  private volatile long lastHeardNanos = System.nanoTime();
  private volatile long writingSinceNanos = NOT_WRITING;

  public Connection(Transport transport, boolean manyRooms, Executor writers) {
    this.transport = transport;
    this.manyRooms = manyRooms;
    this.writers = writers;
  }

  /** For logs. */
  public String id() {
    return transport.id();
  }

  /** Whether the client speaks {@code parley.v1}: many rooms, every frame names its own. */
  public boolean manyRooms() {
    return manyRooms;
  }

  /** Who is on it, once they have shown a token. */
  public Optional<AccessToken> token() {
    return Optional.ofNullable(token);
  }

  /** Puts the person of this token on it. */
  public void authenticated(AccessToken verified) {
    token = verified;
  }

  /** The rooms this socket is in; one at most unless {@link #manyRooms}. */
  public Set<Long> rooms() {
    return rooms;
  }

  Instant openedAt() {
    return openedAt;
  }

  /** Something arrived from the client. */
  public void heard() {
    lastHeardNanos = System.nanoTime();
  }

  long silentNanos() {
    return System.nanoTime() - lastHeardNanos;
  }

  /** How long the write under way has been stuck; 0 when none is. */
  long stuckNanos() {
    long since = writingSinceNanos;
    return since == NOT_WRITING ? 0 : System.nanoTime() - since;
  }

  /** Hands in a frame for this socket alone. */
  public void send(ServerFrame frame) {
    send(new Outgoing.Text(frame));
  }

  /**
   * Hands in what many sockets get alike. A reader that left its outbox fill up is disconnected.
   */
  public void send(Outgoing outgoing) {
    switch (outbox.add(outgoing)) {
      case START_WRITER -> writers.execute(this::write);
      case FULL -> abort(CloseCode.TAKES_NOTHING);
      case QUEUED, ENDED -> {}
    }
  }

  /**
   * Waits while the outbox is half full, so that a reader gets many frames that are there already
   * at its own pace. Returns at once when the socket ends.
   */
  public void awaitPace() throws InterruptedException {
    outbox.awaitHalfEmpty();
  }

  /** Ends the socket after what was handed in before. */
  public void close(CloseCode code) {
    send(new Outgoing.Close(code));
  }

  /** Ends the socket now, whatever still waits. */
  void abort(CloseCode code) {
    outbox.end();
    writers.execute(() -> transport.close(code));
  }

  /** The socket was closed, by whomever. */
  public void gone() {
    gone = true;
    outbox.end();
  }

  public boolean isGone() {
    return gone;
  }

  private void write() {
    try {
      for (Outgoing next = outbox.next(); next != null; next = outbox.next()) {
        writingSinceNanos = System.nanoTime();
        switch (next) {
          case Outgoing.Text text -> transport.write(text);
          case Outgoing.Ping ping -> transport.ping();
          case Outgoing.Close close -> transport.close(close.code());
        }
        writingSinceNanos = NOT_WRITING;
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "socket {0} cannot be written: {1}", id(), e.toString());
      abandon();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "socket " + id() + " cannot be written", e);
      abandon();
    }
  }

  private void abandon() {
    writingSinceNanos = NOT_WRITING;
    outbox.end();
    transport.close(CloseCode.TAKES_NOTHING);
  }
}
