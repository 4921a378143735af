package org.parley.chat.live;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.parley.chat.entrance.RoomEntrance;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.protocol.FrameCodec;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.Sockets;
import org.parley.chat.socket.WebSocketTransport;

/**
 * ◆ {@code /ws}: text in, to the socket's {@link Connection}. One instance per socket; the
 * container calls it for one frame after another. Callers: anybody may open a socket, and has
 * {@code PARLEY_WS_AUTH_TIMEOUT} to authenticate.
 */
@ServerEndpoint(
    value = "/ws",
    subprotocols = {Handshake.BATCH, Handshake.MANY_ROOMS},
    configurator = Handshake.class)
public class ChatEndpoint {

  private static final Logger LOG = System.getLogger(ChatEndpoint.class.getName());

  private final RoomEntrance entrance;
  private final Sockets sockets;
  private final Endpoints beans;

  private Connection connection;
  private Inbox inbox;

  /** By the container, which makes endpoints of classes with such a constructor only. */
  @SuppressWarnings("NullAway.Init") // the connection comes with open, before anything else
  public ChatEndpoint() {
    this.beans = Endpoints.ofThisApplication();
    this.entrance = beans.entrance();
    this.sockets = beans.sockets();
  }

  @OnOpen
  public void open(Session session) {
    // The container's own idle timer would end the socket with an illegal code; Sockets sweeps
    // instead.
    session.setMaxIdleTimeout(0);
    String agreed = session.getNegotiatedSubprotocol();
    boolean batch = Handshake.BATCH.equals(agreed);
    connection =
        sockets.connect(
            new WebSocketTransport(session, batch), batch || Handshake.MANY_ROOMS.equals(agreed));
    inbox = beans.inbox(connection);
    sockets.add(connection);
  }

  /** A longer frame ends the socket with 1009; the container looks at frames in one piece only. */
  @OnMessage(maxMessageSize = FrameCodec.MAX_FRAME_BYTES)
  public void frame(String text) throws InterruptedException {
    connection.heard();
    if (FrameCodec.isTooLong(text)) {
      connection.close(CloseCode.TOO_LONG);
    } else {
      inbox.take(text);
    }
  }

  @OnMessage(maxMessageSize = FrameCodec.MAX_FRAME_BYTES)
  public void binary(byte[] part, boolean last) {
    connection.close(CloseCode.NOT_TEXT);
  }

  @OnMessage
  public void pong(PongMessage pong) {
    connection.heard();
  }

  @OnClose
  public void close() {
    connection.gone();
    sockets.remove(connection);
    entrance.leaveAll(connection);
  }

  /** The container closes the socket after this. */
  @OnError
  public void error(Throwable failure) {
    LOG.log(
        Level.DEBUG,
        "socket {0} failed: {1}",
        connection == null ? "?" : connection.id(),
        failure.toString());
  }
}
