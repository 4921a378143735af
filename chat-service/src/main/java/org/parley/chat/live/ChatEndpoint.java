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
import org.jspecify.annotations.Nullable;
import org.parley.chat.entrance.RoomEntrance;
import org.parley.chat.limit.FramePace;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.protocol.FrameCodec;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.Sockets;
import org.parley.chat.socket.WebSocketTransport;
import org.parley.contract.ProblemException;

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
  private @Nullable FramePace pace;

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
    pace = beans.limits().pace().orElse(null);
    sockets.add(connection);
    try {
      beans.limits().enter(connection, UpgradeRequest.addressOf(session));
    } catch (ProblemException refusal) {
      connection.send(Refusals.refused(refusal.getMessage(), refusal, null, null, null));
      connection.close(CloseCode.TOO_MUCH);
    }
  }

  /** A longer frame ends the socket with 1009; the container looks at frames in one piece only. */
  @OnMessage(maxMessageSize = FrameCodec.MAX_FRAME_BYTES)
  public void frame(String text) throws InterruptedException {
    connection.heard();
    if (FrameCodec.isTooLong(text)) {
      connection.close(CloseCode.TOO_LONG);
      return;
    }
    long early = pace == null ? 0 : pace.take();
    if (early == 0) {
      inbox.take(text);
    } else {
      refuse(text, early);
    }
  }

  /** It is answered, so that what it would have done may be done later. */
  private void refuse(String text, long earlyNanos) {
    beans.limits().refusedFrame();
    beans.frames().refuseEarly(connection, text, earlyNanos);
    if (pace != null && pace.isHopeless()) {
      connection.close(CloseCode.TOO_MUCH);
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
    beans.devices().remove(connection);
    beans.limits().leave(connection);
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
