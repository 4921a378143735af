package org.parley.chat.rpc;

import io.grpc.stub.ServerCallStreamObserver;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.parley.chat.identity.RevokedSessions;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.socket.Outgoing;
import org.parley.chat.socket.Transport;
import org.parley.contract.ProblemException;
import org.parley.contract.chat.v1.StreamRoomResponse;
import org.parley.contract.rpc.RpcProblems;

/**
 * A stream of a room, as a transport: a write waits until the caller takes more, as the flow
 * control of HTTP/2 tells, so that what waits is bounded by the connection's outbox.
 *
 * <p>A lock rather than a monitor: a virtual thread that waits on it lets its carrier go on every
 * JDK.
 */
final class RoomStream implements Transport {

  private static final Logger LOG = System.getLogger(RoomStream.class.getName());
  private static final AtomicLong COUNT = new AtomicLong();

  /** As for a WebSocket: a write that takes this long has no reader. */
  private static final Duration MAX_STUCK = Duration.ofSeconds(10);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final String id = "stream-" + COUNT.incrementAndGet();
  private final ServerCallStreamObserver<StreamRoomResponse> observer;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Runnable whenEnded = () -> {};
  private boolean ended;

  /** Must be made while the call is being started: gRPC takes handlers only then. */
  RoomStream(ServerCallStreamObserver<StreamRoomResponse> observer) {
    this.observer = observer;
    observer.setOnReadyHandler(this::wake);
  }

  /** What to do when the stream has ended, by whomever; may run more than once. */
  void onEnd(Runnable action) {
    whenEnded = action;
    observer.setOnCancelHandler(this::ended);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public void write(Outgoing.Text frame) throws IOException {
    StreamRoomResponse event;
    try {
      event = ChatMessages.event(frame.frame());
    } catch (IllegalArgumentException e) {
      LOG.log(Level.DEBUG, "{0} skips a frame of a newer instance", id);
      return;
    }
    lock.lock();
    try {
      awaitReady();
      observer.onNext(event);
      if (!event.hasKicked()) {
        return;
      }
      ended = true; // nothing of the room follows
      observer.onCompleted();
    } finally {
      lock.unlock();
    }
    ended();
  }

  private void awaitReady() throws IOException {
    long nanos = MAX_STUCK.toNanos();
    try {
      while (!ended && !observer.isCancelled() && !observer.isReady()) {
        if (nanos <= 0) {
          throw new IOException("the caller takes nothing");
        }
        nanos = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (ended || observer.isCancelled()) {
      throw new IOException("the stream has ended");
    }
  }

  /** gRPC asks by itself whether the other end is still there. */
  @Override
  public void ping() {}

  @Override
  public void close(CloseCode code) {
    end(
        switch (code) {
          case SESSION_ENDED -> RevokedSessions.ended();
          case TAKES_NOTHING ->
              ProblemException.busy("You read too slowly; come again with after.", RETRY_AFTER);
          case NOT_TEXT, TOO_LONG, RESTART, AUTH_TIMEOUT, SILENT, TOO_MUCH, AUTH_FAILED ->
              ProblemException.unavailable("The stream has ended; come again.", RETRY_AFTER, null);
        });
  }

  /** Ends it with a refusal; does nothing when it has ended. */
  void end(RuntimeException problem) {
    lock.lock();
    try {
      if (!ended && !observer.isCancelled()) {
        ended = true;
        observer.onError(RpcProblems.of(problem));
      }
    } finally {
      lock.unlock();
    }
    ended();
  }

  private void ended() {
    wake();
    whenEnded.run();
  }

  private void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
