package org.parley.chat.live;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.parley.chat.protocol.ClientFrame;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.socket.Connection;

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

  /** A socket that has gone is seen so late. */
  private static final long GLANCE_MS = 1_000;

  private final Connection connection;
  private final FrameHandler frames;
  private final Executor entering;
  private final Executor readersPace;

  private @Nullable Queue<String> waiting;
  private int sizeWaiting;
  private boolean busy;

  /**
   * For a new socket.
   *
   * @param entering runs what brings somebody into a room
   * @param readersPace runs what may wait for a slow reader
   */
  Inbox(Connection connection, FrameHandler frames, Executor entering, Executor readersPace) {
    this.connection = connection;
    this.frames = frames;
    this.entering = entering;
    this.readersPace = readersPace;
  }

  /** Takes the next frame; called for one after another. Waits where too much waits already. */
  void take(String text) throws InterruptedException {
    if (!keeps(text)) {
      deal(text);
    }
  }

  private synchronized boolean keeps(String text) throws InterruptedException {
    while (busy && sizeWaiting > MOST_WAITING && !isOver()) {
      wait(GLANCE_MS);
    }
    if (!busy) {
      return false;
    }
    if (waiting == null) {
      waiting = new ArrayDeque<>();
    }
    if (sizeWaiting <= MOST_WAITING) { // otherwise it is over, and nobody misses it
      waiting.add(text);
      sizeWaiting += text.length() + FRAME;
    }
    return true;
  }

  /** Whatever it said, it must not act as somebody any more, nor be let in. */
  private boolean isOver() {
    return connection.isEnding() || connection.isGone();
  }

  /** Returns whether the frame is dealt with; otherwise what follows has to wait for it. */
  private boolean deal(String text) {
    if (connection.isEnding()) {
      return true; // it may take long to read up to its end
    }
    ClientFrame frame = frames.decode(connection, text);
    if (frame == null) {
      return true;
    }
    // Who is nobody yet is refused at once.
    if (frame instanceof ClientFrame.JoinRoom && connection.token().isPresent()) {
      beBusy();
      guarded(() -> entering.execute(() -> guarded(() -> letIn(frame))));
      return false;
    }
    frames.handle(connection, frame);
    return true;
  }

  private void letIn(ClientFrame frame) {
    Runnable rest = isOver() ? null : frames.handle(connection, frame);
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
    String next = next();
    while (next != null && deal(next)) {
      next = next();
    }
  }

  /** A socket whose frame could not be dealt with would wait for it for ever: it ends instead. */
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error e) {
      connection.close(CloseCode.RESTART); // mostly the application stops
      forget();
      throw e;
    }
  }

  private synchronized @Nullable String next() {
    String next = waiting == null ? null : waiting.poll();
    if (next == null) {
      forget();
    } else {
      sizeWaiting -= next.length() + FRAME;
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
