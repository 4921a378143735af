package org.parley.system.bench.load;

import static java.util.Objects.requireNonNull;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.Promise;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.parley.system.bench.wire.Wire;
import org.parley.system.bench.wire.WireListener;

/** One client: joins its room, and counts what it hears. Used by the load's one thread. */
public final class LoadSocket implements WireListener {

  private final Dialect dialect;
  private final Ticket ticket;
  private final Meter meter;
  private final Sends sends;
  private final Promise<LoadSocket> joined;
  private @Nullable Wire wire;
  private long newest;

  LoadSocket(Dialect dialect, Ticket ticket, Meter meter, Sends sends, Promise<LoadSocket> joined) {
    this.dialect = dialect;
    this.ticket = ticket;
    this.meter = meter;
    this.sends = sends;
    this.joined = joined;
  }

  public String token() {
    return ticket.token();
  }

  public long roomId() {
    return ticket.roomId();
  }

  public boolean looksCloser() {
    return ticket.looksCloser();
  }

  /** Says something at once. */
  public void say(String text) {
    wire().say(text);
  }

  /** Says something with the next {@link #flush}. */
  public void sayLater(String text) {
    wire().sayLater(text);
  }

  void flush() {
    wire().flush();
  }

  boolean isOpen() {
    return wire != null && wire.isOpen();
  }

  public void joined() {
    joined.trySuccess(this);
  }

  /** Messages whose order and latency nobody looks at. */
  public void delivered(int messages) {
    meter.delivered(messages);
  }

  /**
   * A message.
   *
   * @param position grows with every message of the room
   * @param due when its send was due, as {@link System#nanoTime}
   */
  public void delivered(long position, long due) {
    meter.delivered(1);
    meter.lookedAt(System.nanoTime() - due, position > newest);
    newest = Math.max(newest, position);
  }

  public void acked(long number) {
    meter.acked(System.nanoTime() - sends.due(number));
  }

  public void refused() {
    meter.refused();
  }

  public void resync() {
    meter.resync();
  }

  /** The server does not let it in. */
  public void turnedAway(ByteBuf frame) {
    joined.tryFailure(
        new LoadProblem("A socket was turned away: " + frame.toString(StandardCharsets.UTF_8)));
  }

  /** Ends it without a farewell, as a lost connection does. */
  void drop() {
    if (wire != null) {
      wire.drop();
    }
  }

  private Wire wire() {
    return requireNonNull(wire, "used before it was open");
  }

  @Override
  public void opened(Wire open) {
    wire = open;
    dialect.opened(this);
  }

  @Override
  public void heard(ByteBuf text) {
    dialect.heard(this, text);
  }

  @Override
  public void ended(Throwable cause) {
    joined.tryFailure(cause);
    meter.closed();
  }
}
