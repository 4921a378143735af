package org.parley.chat.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.AccessToken;
import org.parley.chat.protocol.ClientFrame;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.socket.Connection;
import org.parley.contract.log.LogContext;

/**
 * The frames of one socket, dealt with one after another in their order: at once and on the
 * container's thread, but for those with which somebody comes into a room. They wait their turn
 * among everybody's, and what follows them on this socket waits here meanwhile.
 */
final class Inbox {

  /**
   * How much may wait, in characters; the socket is read no further then. A hundred rooms are
   * entered with a tenth of it.
   */
  static final int MOST_WAITING = 128 * 1024;

  /** What a frame takes beside its characters. */
  private static final int FRAME = 64;

  /** How long the socket is read no further before it is ended. */
  private static final long PATIENCE_MS = 5_000;

  /**
   * A change that waited longer may have been repeated elsewhere: with the ten seconds the log
   * gives it, that makes the 15 after which clients do so. See docs/decisions/0021.
   */
  private static final Duration MOST_LATE = Duration.ofSeconds(5);

  private record Waiting(String text, long since) {}

  private final Connection connection;
  private final FrameHandler frames;
  private final Executor entering;
  private final Executor readersPace;

  private final BooleanSupplier wasStopped;

  private @Nullable Queue<Waiting> waiting;
  private int sizeWaiting;
  private boolean busy;

  /**
   * For a new socket.
   *
   * @param entering runs what brings somebody into a room
   * @param readersPace runs what may wait for a slow reader
   * @param wasStopped whether the process was, and what is read may be from before
   */
  Inbox(
      Connection connection,
      FrameHandler frames,
      Executor entering,
      Executor readersPace,
      BooleanSupplier wasStopped) {
    this.connection = connection;
    this.frames = frames;
    this.entering = entering;
    this.readersPace = readersPace;
    this.wasStopped = wasStopped;
  }

  /**
   * Takes the next frame; called for one after another. Waits for some seconds where too much waits
   * already, and then ends the socket.
   */
  void take(String text) throws InterruptedException {
    Waiting frame = new Waiting(text, System.nanoTime());
    if (!keeps(frame)) {
      deal(frame);
    }
  }

  private synchronized boolean keeps(Waiting frame) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
    long left = PATIENCE_MS;
    while (busy && sizeWaiting > MOST_WAITING && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
    if (!busy) {
      return false;
    }
    if (sizeWaiting > MOST_WAITING) {
      connection.close(CloseCode.RESTART);
      return true;
    }
    if (waiting == null) {
      waiting = new ArrayDeque<>();
    }
    waiting.add(frame);
    sizeWaiting += frame.text.length() + FRAME;
    return true;
  }

  /** Nobody is let in any more. */
  private boolean isOver() {
    return connection.isEnding() || connection.isGone();
  }

  /** Returns whether the frame is dealt with; otherwise what follows has to wait for it. */
  private boolean deal(Waiting read) {
    if (wasStopped.getAsBoolean()) {
      connection.close(CloseCode.RESTART);
    }
    if (connection.isEnding()) {
      return true; // it may take long to read up to its end
    }
    ClientFrame frame = frames.decode(connection, read.text);
    if (frame == null) {
      return true;
    }
    if (isChange(frame) && isLate(read)) {
      connection.close(CloseCode.RESTART); // its client comes again, if it is there, and repeats
      return true;
    }
    // Who is nobody yet is refused at once.
    if (frame instanceof ClientFrame.JoinRoom && connection.token().isPresent()) {
      beBusy();
      guarded(() -> entering.execute(() -> guarded(() -> letIn(frame))));
      return false;
    }
    handle(frame);
    return true;
  }

  private @Nullable Runnable handle(ClientFrame frame) {
    long sessionId = connection.token().map(AccessToken::sessionId).orElse(0L);
    return LogContext.ofConnection(connection.id(), sessionId)
        .call(() -> frames.handle(connection, frame));
  }

  private boolean isLate(Waiting read) {
    return connection.isGone() || System.nanoTime() - read.since > MOST_LATE.toNanos();
  }

  private static boolean isChange(ClientFrame frame) {
    return frame instanceof ClientFrame.EditMessage
        || frame instanceof ClientFrame.DeleteMessage
        || frame instanceof ClientFrame.React;
  }

  private void letIn(ClientFrame frame) {
    Runnable rest = isOver() ? null : handle(frame);
    if (rest == null) {
      goOn();
    } else {
      readersPace.execute(
          () ->
              guarded(
                  () -> {
                    rest.run();
                    goOn();
                  }));
    }
  }

  /** Deals with what waited. */
  private void goOn() {
    Waiting next = next();
    while (next != null && deal(next)) {
      next = next();
    }
  }

  /** A socket whose frame could not be dealt with would wait for it for ever: it ends instead. */
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error e) {
      forget();
      connection.close(CloseCode.RESTART); // mostly the application stops
      throw e;
    }
  }

  private synchronized @Nullable Waiting next() {
    Waiting next = waiting == null ? null : waiting.poll();
    if (next == null) {
      forget();
    } else {
      sizeWaiting -= next.text.length() + FRAME;
      notifyAll();
    }
    return next;
  }

  private synchronized void forget() {
    waiting = null;
    sizeWaiting = 0;
    busy = false;
    notifyAll();
  }

  private synchronized void beBusy() {
    busy = true;
  }
}
