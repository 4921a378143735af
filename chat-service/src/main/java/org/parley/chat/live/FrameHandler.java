package org.parley.chat.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.chat.entrance.Resume;
import org.parley.chat.entrance.RoomEntrance;
import org.parley.chat.identity.AccessToken;
import org.parley.chat.identity.Person;
import org.parley.chat.log.NewMessage;
import org.parley.chat.message.MessagePosting;
import org.parley.chat.protocol.ClientFrame;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.protocol.FrameCodec;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.Sockets;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * What each frame does. Called for one frame of a socket after another; never waits for a commit,
 * so that a socket may send on while its messages are stored. A refusal is a frame, never the end
 * of the socket, unless the refused frame is the first {@code auth}.
 */
@ApplicationScoped
class FrameHandler {

  private static final Logger LOG = System.getLogger(FrameHandler.class.getName());

  /** PostgreSQL restarts in a second or two. */
  private static final Duration OUTAGE_RETRY = Duration.ofSeconds(1);

  @Inject private SocketAuthentication authentication;
  @Inject private RoomEntrance entrance;
  @Inject private MessagePosting posting;

  void handle(Connection connection, String text) {
    try {
      switch (FrameCodec.decode(text)) {
        case ClientFrame.Auth auth -> authenticate(connection, auth);
        case ClientFrame.JoinRoom join -> join(connection, join);
        case ClientFrame.LeaveRoom leave -> leave(connection, leave);
        case ClientFrame.SendMessage send -> send(connection, send);
        case ClientFrame.EditMessage edit -> throw new ProblemException(ProblemType.UNKNOWN_TYPE);
        case ClientFrame.DeleteMessage delete ->
            throw new ProblemException(ProblemType.UNKNOWN_TYPE);
        case ClientFrame.React react -> throw new ProblemException(ProblemType.UNKNOWN_TYPE);
        case ClientFrame.Ping ping ->
            connection.send(new ServerFrame.Pong(entrance.heads(connection)));
      }
    } catch (RuntimeException failure) {
      refuse(connection, "", problem(failure), null, null);
    }
  }

  private void authenticate(Connection connection, ClientFrame.Auth auth) {
    try {
      AccessToken token = authentication.authenticate(connection, auth.token());
      connection.send(
          new ServerFrame.Authenticated(
              "Authenticated successfully",
              new ServerFrame.User(token.person().id(), token.person().username()),
              token.sessionId(),
              token.expiresAt().getEpochSecond(),
              Sockets.HEARTBEAT.toMillis(),
              FrameCodec.MAX_FRAME_BYTES));
    } catch (ProblemException refusal) {
      connection.send(refused("Authentication failed", refusal, null, null));
      // Only a token that is wrong ends the socket; one that could not be checked may be shown
      // again.
      if (refusal.type() != ProblemType.UNAVAILABLE) {
        connection.close(CloseCode.AUTH_FAILED);
      }
    }
  }

  private void join(Connection connection, ClientFrame.JoinRoom join) {
    Person person = requirePerson(connection, "Please authenticate first");
    Long roomId = join.roomId();
    try {
      if (roomId == null) {
        throw ProblemException.invalid("room_id", "room_id is missing.");
      }
      entrance.enter(connection, person, roomId, Resume.of(join.after(), join.epoch()));
      if (!connection.manyRooms()) {
        connection.rooms().stream()
            .filter(other -> !other.equals(roomId))
            .forEach(other -> entrance.leave(connection, other));
      }
    } catch (RuntimeException failure) {
      refuse(connection, "Failed to join room: ", problem(failure), roomId, null);
    }
  }

  private void leave(Connection connection, ClientFrame.LeaveRoom leave) {
    requirePerson(connection, "Please authenticate first");
    Long roomId = leave.roomId() != null ? leave.roomId() : currentRoom(connection);
    if (connection.manyRooms() && roomId == null) {
      throw ProblemException.invalid("room_id", "room_id is missing.");
    }
    if (roomId != null) {
      entrance.leave(connection, roomId);
    }
    connection.send(new ServerFrame.LeftRoom("Left room", roomId));
  }

  private void send(Connection connection, ClientFrame.SendMessage send) {
    String first = "Please authenticate and join a room first";
    Person person = requirePerson(connection, first);
    Long current = currentRoom(connection);
    if (!connection.manyRooms() && current == null) {
      connection.send(
          new ServerFrame.Refused(
              first, ProblemType.NOT_IN_ROOM.code(), null, null, send.clientMsgId(), null));
      return;
    }
    Long roomId = send.roomId() != null ? send.roomId() : current;
    try {
      long room = requireRoom(connection, send, roomId);
      boolean wantsAck = connection.manyRooms() || send.clientMsgId() != null;
      NewMessage message = NewMessage.received(person, room, send.clientMsgId(), send.content());
      posting
          .post(
              message,
              posted -> {
                if (wantsAck) {
                  connection.send(posted.toAck());
                }
              })
          .exceptionally(
              failure -> {
                refuse(
                    connection,
                    "Failed to send message: ",
                    problem(failure),
                    roomId,
                    send.clientMsgId());
                return null;
              });
    } catch (ProblemException refusal) {
      refuse(connection, "Failed to send message: ", refusal, roomId, send.clientMsgId());
    }
  }

  private static long requireRoom(
      Connection connection, ClientFrame.SendMessage send, @Nullable Long roomId) {
    boolean mustSay = connection.manyRooms() || send.clientMsgId() != null;
    if (roomId == null || (mustSay && send.roomId() == null)) {
      // An id is for one room: with the room left open, a repeat after a room change would be
      // another message.
      throw ProblemException.invalid("room_id", "room_id is missing.");
    }
    if (!connection.manyRooms() && !connection.rooms().contains(roomId)) {
      throw new ProblemException(ProblemType.NOT_IN_ROOM);
    }
    return roomId;
  }

  private static @Nullable Long currentRoom(Connection connection) {
    return connection.manyRooms() ? null : connection.rooms().stream().findFirst().orElse(null);
  }

  private static Person requirePerson(Connection connection, String otherwise) {
    return connection
        .token()
        .map(AccessToken::person)
        .orElseThrow(() -> new ProblemException(ProblemType.UNAUTHORIZED, otherwise));
  }

  private static ProblemException problem(Throwable failure) {
    return ProblemException.findIn(failure, OUTAGE_RETRY)
        .orElseGet(
            () -> {
              LOG.log(Level.ERROR, "a frame could not be handled", failure);
              return new ProblemException(ProblemType.INTERNAL);
            });
  }

  private static void refuse(
      Connection connection,
      String prefix,
      ProblemException refusal,
      @Nullable Long roomId,
      @Nullable UUID clientMsgId) {
    connection.send(refused(prefix + refusal.getMessage(), refusal, roomId, clientMsgId));
  }

  private static ServerFrame.Refused refused(
      String message, ProblemException refusal, @Nullable Long roomId, @Nullable UUID clientMsgId) {
    Long retryAfterMs = refusal.retryAfter().map(Duration::toMillis).orElse(null);
    return new ServerFrame.Refused(
        message, refusal.type().code(), roomId, null, clientMsgId, retryAfterMs);
  }
}
