package org.parley.chat.probe;

import java.util.function.Consumer;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.socket.Outgoing;
import org.parley.chat.socket.Transport;

/**
 * The end of the way: what a socket of the probe's person is given.
 *
 * @param ended called when nothing more comes
 */
record ProbeSocket(Consumer<ServerFrame> reader, Runnable ended) implements Transport {

  @Override
  public String id() {
    return "probe";
  }

  @Override
  public void write(Outgoing.Text frame) {
    reader.accept(frame.frame());
  }

  @Override
  public void ping() {}

  @Override
  public void close(CloseCode code) {
    ended.run();
  }
}
