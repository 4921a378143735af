package org.parley.chat.socket;

import java.io.IOException;
import org.parley.chat.protocol.CloseCode;

/**
 * How what is handed to a {@link Connection} leaves this process: a WebSocket, or a gRPC stream.
 * Writes come one after another; {@link #close} may come beside one that is stuck.
 */
public interface Transport {

  /** For logs. */
  String id();

  /** Whether frames that wait together are written as one, a JSON object a line. */
  default boolean joinsFrames() {
    return false;
  }

  /** Writes a frame; may block while the peer takes nothing. */
  void write(Outgoing.Text frame) throws IOException;

  /** Asks the peer for a sign of life, where the transport does not do so by itself. */
  void ping() throws IOException;

  /** Ends it; does nothing when it has ended. */
  void close(CloseCode code);
}
