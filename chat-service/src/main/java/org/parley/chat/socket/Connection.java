package org.parley.chat.socket;

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
 * time, and handing in never blocks. The person changes only on the thread that handles this
 * socket's frames; rooms are taken away by others, too.
 */
public final class Connection {

  private final Transport transport;
  private final boolean manyRooms;
  private final Instant openedAt = Instant.now();
  private final Outbox outbox;
  private final Writer writer;
  private final Set<Long> rooms = ConcurrentHashMap.newKeySet();

  private volatile @Nullable AccessToken token;
  private volatile boolean ending;
  private volatile boolean gone;
  private volatile long lastHeardNanos = System.nanoTime();
  private volatile RoomListener listener =
      (connection, roomId) -> connection.abort(CloseCode.TAKES_NOTHING);

  /** One of which nothing is counted. */
  public Connection(Transport transport, boolean manyRooms, Executor writers) {
    this(transport, manyRooms, writers, new SocketCounts());
  }

  Connection(Transport transport, boolean manyRooms, Executor writers, SocketCounts counts) {
    this.transport = transport;
    this.manyRooms = manyRooms;
    this.outbox = new Outbox(counts);
    this.writer = new Writer(transport, outbox, writers, this::drained, counts);
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

  /** Whether whoever is on it is signed in by one of these sessions. */
  public boolean isOfOneOf(Set<Long> sessionIds) {
    AccessToken shown = token;
    return shown != null && sessionIds.contains(shown.sessionId());
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
    return writer.stuckNanos();
  }

  /** Hands in a frame for this socket alone. */
  public void send(ServerFrame frame) {
    send(new Outgoing.Text(frame));
  }

  /**
   * Hands in what this socket asked for, or what is about itself. It has a part of the outbox that
   * no room can take; a reader that left even that fill up is disconnected with 4008.
   */
  public void send(Outgoing outgoing) {
    handled(outbox.add(outgoing));
  }

  /**
   * Hands in a frame of a room that must not be missed, for as many sockets as you like: a change,
   * and whatever says up to where changes were given ({@code resumed}). Never blocks.
   *
   * <p>A room that has more waiting than its share is reset for this socket:
   *
   * <ol>
   *   <li>{@code OVERFLOWED} is returned once: this frame and the room's others that waited were
   *       dropped. What the client did get is a beginning of what was delivered, without a hole.
   *   <li>From then on {@code DROPPED} is returned, and remarks of the room are dropped.
   *   <li>When everything else that waited at the overflow has been written, but not within 5 s of
   *       the room's last restart, its {@link RoomListener} is called, once.
   *   <li>The listener calls {@link #restart} with {@code resync_required}, and the room's frames
   *       are taken again from there.
   * </ol>
   *
   * So a slow reader in a busy room gets a {@code resync_required} every five seconds at most, and
   * never one behind a queue. {@link #forgetRoom} ends all of it: the listener is not called then,
   * unless it is being called already.
   */
  public Delivery deliver(long roomId, Outgoing.Text frame) {
    return handled(outbox.deliver(roomId, frame));
  }

  /**
   * Hands in a frame of a room that may be missed: who types, who came and went. Dropped while the
   * outbox is half full or the room is reset.
   */
  public void remark(long roomId, Outgoing.Text frame) {
    handled(outbox.remark(roomId, frame));
  }

  /**
   * Begins a room anew, in one step: hands in this frame as {@link #send} does, and takes the
   * room's frames again, after it. Call it under what orders the room's deliveries, so that none
   * comes between where {@code first} says that the room stands and what follows. For a room that
   * was not reset it is just a {@link #send}.
   */
  public void restart(long roomId, ServerFrame first) {
    handled(outbox.restart(roomId, new Outgoing.Text(first)));
  }

  /** The socket leaves a room: what waits of it is dropped, also that it was reset. */
  public void forgetRoom(long roomId) {
    outbox.forget(roomId);
  }

  /**
   * Who is told when a room that overflowed may begin anew. Without one the socket is ended with
   * 4008 instead, so that nothing is missed unnoticed.
   */
  public void onRoomDrained(RoomListener newListener) {
    listener = newListener;
  }

  /** Hears of rooms that may begin anew on a socket. */
  public interface RoomListener {
    /**
     * Called on a thread of the writers, under no monitor, at most once per {@code OVERFLOWED}. The
     * socket may have left the room meanwhile. Must not block on I/O. If it throws, the socket ends
     * with 4008.
     */
    void roomDrained(Connection connection, long roomId);
  }

  /**
   * Waits while more than a quarter of the outbox is taken, so that a reader gets many frames that
   * are there already at its own pace. Leaves a busy room place for 300 frames, or 256 KiB, that
   * may be delivered at once afterwards. Returns at once when the socket ends. Not under a monitor
   * that others need.
   */
  public void awaitPace() throws InterruptedException {
    outbox.awaitPace();
  }

  /** Whether {@link #awaitPace} would return at once. */
  public boolean keepsPace() {
    return outbox.keepsPace();
  }

  /** Ends the socket after what was handed in before. */
  public void close(CloseCode code) {
    ending = true;
    send(new Outgoing.Close(code));
  }

  /** Whether it is being ended from here: nothing is handed in any more. */
  public boolean isEnding() {
    return ending;
  }

  /** Ends the socket now, whatever still waits. */
  void abort(CloseCode code) {
    ending = true;
    writer.abort(code);
  }

  /** The socket was closed, by whomever. */
  public void gone() {
    gone = true;
    outbox.end();
  }

  public boolean isGone() {
    return gone;
  }

  private void drained(long roomId) {
    listener.roomDrained(this, roomId);
  }

  private Delivery handled(Outbox.Added added) {
    return switch (added) {
      case START_WRITER -> {
        writer.start();
        yield Delivery.TAKEN;
      }
      case QUEUED -> Delivery.TAKEN;
      case OVERFLOWED -> {
        if (outbox.needsWriter()) {
          writer.start();
        }
        yield Delivery.OVERFLOWED;
      }
      case DROPPED -> Delivery.DROPPED;
      case FULL -> {
        abort(CloseCode.TAKES_NOTHING);
        yield Delivery.ENDED;
      }
      case ENDED -> Delivery.ENDED;
    };
  }
}
