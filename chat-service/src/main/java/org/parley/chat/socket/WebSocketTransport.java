package org.parley.chat.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import org.parley.chat.protocol.CloseCode;

/**
 * A WebSocket, written through the blocking remote: half the CPU of the asynchronous one, but a
 * write to a peer that takes nothing never ends by itself. See docs/decisions/0005.
 *
 * @param joinsFrames whether the client reads several frames in one text
 */
public record WebSocketTransport(Session session, boolean joinsFrames) implements Transport {

  private static final Logger LOG = System.getLogger(WebSocketTransport.class.getName());

  @Override
  public String id() {
    return session.getId();
  }

  @Override
  public void write(Outgoing.Text frame) throws IOException {
    try {
      session.getBasicRemote().sendText(frame.text());
    } catch (IllegalStateException e) {
      throw closing(e);
    }
  }

  @Override
  public void ping() throws IOException {
    try {
      session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
    } catch (IllegalStateException e) {
      throw closing(e);
    }
  }

  /**
   * There is one writer, so the container says by this that the peer is just closing the socket.
   */
  private static IOException closing(IllegalStateException refusal) {
    return new IOException(refusal);
  }

  @Override
  public void close(CloseCode code) {
    try {
      session.close(
          new CloseReason(CloseReason.CloseCodes.getCloseCode(code.code()), code.reason()));
    } catch (IOException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "socket {0} was closed already: {1}", id(), e.toString());
    }
  }
}
