package org.parley.system.bench.storm;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.parley.system.bench.dialect.FrameScan;
import org.parley.system.bench.load.Ticket;
import org.parley.system.bench.wire.Wire;
import org.parley.system.bench.wire.WireListener;
import org.parley.system.bench.wire.WireThread;

/**
 * One client in one room: whenever it loses its connection it comes back, as the browser client
 * does, and resumes from its cursor. Used by its thread.
 */
final class StormClient implements WireListener {

  static final String SUBPROTOCOL = "parley.v1";

  // The browser client's, live.ts: until it is authenticated, and when a connection was a good one.
  private static final long HANDSHAKE_MILLIS = 20_000;
  private static final long STEADY_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final AsciiString AFTER = AsciiString.cached("\"after_ms\":");
  private static final AsciiString RETRY_AFTER = AsciiString.cached("\"retry_after_ms\":");

  private final WireThread thread;
  private final Tally tally;
  private final RandomGenerator random;
  private final String token;
  private final Seat seat;
  private int port;
  private @Nullable Wire wire;
  private boolean authenticated;
  private long authenticatedSince;
  private int attempt;

  StormClient(WireThread thread, Tally tally, RandomGenerator random, Ticket ticket) {
    this.thread = thread;
    this.tally = tally;
    this.random = random;
    this.token = ticket.token();
    this.seat = new Seat(tally, ticket.roomId());
    this.port = ticket.port();
  }

  Seat seat() {
    return seat;
  }

  /** Where it connects from now on. */
  void moveTo(int otherPort) {
    port = otherPort;
  }

  void connect() {
    authenticated = false;
    Wire attempted = thread.connect(port, "/ws", SUBPROTOCOL, this);
    wire = attempted;
    after(HANDSHAKE_MILLIS, () -> giveUp(attempted));
  }

  private void giveUp(Wire attempted) {
    if (wire == attempted && !authenticated) {
      lose();
    }
  }

  /** Loses its connection, if it has one; it will come back. */
  void lose() {
    if (wire != null) {
      wire.drop();
      comeBack();
    }
  }

  /** Ends its connection for good. */
  void leave() {
    if (wire != null) {
      wire.drop();
    }
  }

  @Override
  public void ended(Throwable cause) {
    comeBack();
  }

  private void comeBack() {
    if (authenticated && System.nanoTime() - authenticatedSince >= STEADY_NANOS) {
      attempt = 0;
    }
    seat.lost();
    wire = null;
    if (!thread.loop().isShuttingDown()) {
      after(Backoff.millis(attempt++, random), this::connect);
    }
  }

  @Override
  public void opened(Wire open) {
    open.say("{\"type\":\"auth\",\"token\":\"" + token + "\"}");
  }

  @Override
  public void heard(ByteBuf text) {
    int begin = text.readerIndex();
    switch (text.getByte(begin + FrameScan.TYPE_AT)) {
      case 'n' -> seat.message(text, begin);
      case 's' -> {
        authenticated = true;
        authenticatedSince = System.nanoTime();
        ask();
      }
      case 'r' -> {
        if (text.getByte(begin + FrameScan.TYPE_AT + 2) == 'c') {
          sentAway(text, begin);
        } else {
          seat.aboutRoom(text, begin);
        }
      }
      case 'e' -> refused(text, begin);
      case 'k' -> tally.refused++;
      default -> {}
    }
  }

  /** {@code reconnect}: at the moment it was given it goes, and there is another instance. */
  private void sentAway(ByteBuf text, int begin) {
    @Nullable Wire current = wire;
    after(
        FrameScan.number(text, FrameScan.after(text, AFTER, begin)),
        () -> {
          if (current != null && wire == current) {
            current.drop();
            seat.lost();
            attempt = 0;
            connect();
          }
        });
  }

  private void ask() {
    if (wire != null) {
      wire.say(seat.ask());
    }
  }

  /** Asked again on this connection where that may help, otherwise on the next one. */
  private void refused(ByteBuf text, int begin) {
    tally.refused++;
    @Nullable Wire current = wire;
    int retryAfter = FrameScan.after(text, RETRY_AFTER, begin);
    if (authenticated && retryAfter >= 0) {
      after(
          FrameScan.number(text, retryAfter),
          () -> {
            if (wire == current) {
              ask();
            }
          });
    } else {
      lose();
    }
  }

  private void after(long millis, Runnable step) {
    Future<?> unused = thread.loop().schedule(step, millis, TimeUnit.MILLISECONDS);
  }
}
