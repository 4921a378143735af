package org.parley.system.bench.load;

import io.netty.buffer.ByteBuf;

/**
 * How a server is spoken to. One instance serves all sockets; called by the load's one thread. What
 * it hears it tells the socket: {@link LoadSocket#joined}, {@link LoadSocket#delivered}, {@link
 * LoadSocket#acked} and the others.
 */
public interface Dialect {

  /** Path and query of the handshake. */
  String path();

  /** Empty for none. */
  String subprotocol();

  /** The socket is open. */
  void opened(LoadSocket socket);

  /** A text frame. Hot: called for every delivery, and must not keep the buffer. */
  void heard(LoadSocket socket, ByteBuf frame);

  /** Sends a message to the socket's room. */
  void send(LoadSocket socket, long number, String clientMsgId, String content);
}
