package org.parley.chat.socket;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.parley.chat.protocol.CloseCode;

/**
 * Sockets that take at once whatever is written to them, counted together as those of an instance
 * are; for benchmarks of those who hand frames out.
 *
 * @param reader is given what is written, by the thread that writes it
 */
public record WillingSockets(Executor writers, Consumer<Outgoing.Text> reader, SocketCounts counts)
    implements Transport {

  public WillingSockets(Executor writers, Consumer<Outgoing.Text> reader) {
    this(writers, reader, new SocketCounts());
  }

  /** One more of them. */
  public Connection connect() {
    return new Connection(this, true, writers, counts);
  }

  @Override
  public String id() {
    return "willing";
  }

  @Override
  public void write(Outgoing.Text frame) {
    reader.accept(frame);
  }

  @Override
  public void ping() {}

  /** Nobody must end one: what is measured would end with it. */
  @Override
  public void close(CloseCode code) {
    throw new IllegalStateException("ended with " + code);
  }
}
