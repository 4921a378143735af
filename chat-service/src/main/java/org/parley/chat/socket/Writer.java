package org.parley.chat.socket;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.parley.chat.protocol.CloseCode;

/**
 * Writes what waits in one socket's outbox, by one thread at a time, which runs only while
 * something waits.
 */
final class Writer {

  /**
   * A write that takes this long has no reader: even a phone in a tunnel acknowledges something
   * sooner.
   */
  static final Duration MAX_STUCK = Duration.ofSeconds(10);

  private static final Logger LOG = System.getLogger(Writer.class.getName());
  private static final long NOT_WRITING = 0;

  private final Transport transport;
  private final Outbox outbox;
  private final Executor threads;
  private final LongConsumer drained;
  private final SocketCounts counts;
  private final Runnable turn = this::write;
  private final AtomicBoolean aborted = new AtomicBoolean();

  private volatile long writingSinceNanos = NOT_WRITING;

  Writer(
      Transport transport,
      Outbox outbox,
      Executor threads,
      LongConsumer drained,
      SocketCounts counts) {
    this.transport = transport;
    this.outbox = outbox;
    this.threads = threads;
    this.drained = drained;
    this.counts = counts;
  }

  /** Whoever got {@code START_WRITER} calls it, and nobody else. */
  void start() {
    threads.execute(turn);
  }

  /** How long the write under way has been stuck; 0 when none is. */
  long stuckNanos() {
    long since = writingSinceNanos;
    return since == NOT_WRITING ? 0 : System.nanoTime() - since;
  }

  /** Ends the socket now, whatever still waits, beside a write that may be stuck. */
  void abort(CloseCode code) {
    outbox.end();
    if (aborted.compareAndSet(false, true)) {
      if (code == CloseCode.TAKES_NOTHING) {
        counts.tooSlow.add();
      }
      threads.execute(() -> transport.close(code));
    }
  }

  private void write() {
    try {
      for (Outgoing next = outbox.next(); next != null; next = outbox.next()) {
        writingSinceNanos = System.nanoTime();
        switch (next) {
          case Outgoing.Text text -> write(text);
          case Outgoing.Ping ping -> transport.ping();
          case Outgoing.Drained room -> tellInTime(room);
          case Outgoing.Close close -> transport.close(close.code());
        }
        writingSinceNanos = NOT_WRITING;
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "socket {0} cannot be written: {1}", transport.id(), e.toString());
      abandon();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "socket " + transport.id() + " cannot be written", e);
      abandon();
    }
  }

  private void write(Outgoing.Text first) throws IOException {
    List<Outgoing.Text> others = transport.joinsFrames() ? outbox.takeWith(first) : List.of();
    transport.write(Outgoing.Text.joined(first, others));
    counts.written(first, others);
  }

  private void tellInTime(Outgoing.Drained room) {
    long wait = room.notBeforeNanos() - System.nanoTime();
    Executor then =
        wait <= 0 ? threads : CompletableFuture.delayedExecutor(wait, NANOSECONDS, threads);
    then.execute(() -> tell(room));
  }

  private void tell(Outgoing.Drained room) {
    if (!outbox.isReset(room)) {
      return; // the socket ended, left the room or began it anew meanwhile
    }
    try {
      drained.accept(room.roomId());
    } catch (RuntimeException e) {
      LOG.log(
          Level.ERROR, "room " + room.roomId() + " could not begin anew on " + transport.id(), e);
      abort(CloseCode.TAKES_NOTHING);
    }
  }

  private void abandon() {
    boolean tooSlow = stuckNanos() >= MAX_STUCK.toNanos();
    writingSinceNanos = NOT_WRITING;
    outbox.end();
    if (aborted.compareAndSet(false, true) && tooSlow) {
      counts.tooSlow.add(); // the transport itself gave up waiting
    }
    transport.close(CloseCode.TAKES_NOTHING);
  }
}
