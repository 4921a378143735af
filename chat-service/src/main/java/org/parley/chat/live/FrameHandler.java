package org.parley.chat.live;

import static org.parley.chat.live.Refusals.problem;
import static org.parley.chat.live.Refusals.refuse;
import static org.parley.chat.live.Refusals.refused;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.chat.devices.DeviceSockets;
import org.parley.chat.entrance.Resume;
import org.parley.chat.entrance.RoomEntrance;
import org.parley.chat.identity.AccessToken;
import org.parley.chat.identity.ExpiryWarning;
import org.parley.chat.identity.Person;
import org.parley.chat.presence.Typing;
import org.parley.chat.protocol.ClientFrame;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.protocol.FrameCodec;
import org.parley.chat.protocol.SocketFrame;
import org.parley.chat.reading.Reading;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.Sockets;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * What each frame does. Called for one frame of a socket after another, by {@link Inbox}; never
 * waits for a commit, so that a socket may send on while its messages are stored. A refusal is a
 * frame, never the end of the socket, unless the refused frame is the first {@code auth}.
 *
 * <p>What is called for every frame is public here and in {@link MessageFrames}: Weld's proxies
 * call the rest by reflection.
 */
@ApplicationScoped
class FrameHandler {

  /** ◆ To whoever does something in a room before they can. */
  static final String FIRST_JOIN = "Please authenticate and join a room first";

  private static final String READ_FAILED = "Failed to mark as read: ";

  @Inject private SocketAuthentication authentication;
  @Inject private RoomEntrance entrance;
  @Inject private MessageFrames messages;
  @Inject private Typing typing;
  @Inject private Sockets sockets;
  @Inject private DeviceSockets devices;
  @Inject private Reading reading;

  /** The frame; null for one that was refused. */
  public @Nullable ClientFrame decode(Connection connection, String text) {
    try {
      return FrameCodec.decode(text);
    } catch (RuntimeException failure) {
      refuse(connection, "", problem(failure), null, null);
      return null;
    }
  }

  /** Answers a frame that came too early and is not carried out. */
  void refuseEarly(Connection connection, String text, long earlyNanos) {
    ClientFrame frame = connection.isEnding() ? null : decode(connection, text);
    if (frame == null) {
      return;
    }
    ProblemException refusal =
        ProblemException.rateLimited(
            "Too many frames.", Duration.ofMillis(Math.ceilDiv(earlyNanos, 1_000_000)));
    switch (frame) {
      case ClientFrame.JoinRoom join -> refuseEntry(connection, join.roomId(), refusal);
      case ClientFrame.SendMessage send -> MessageFrames.refuse(connection, send, refusal);
      case ClientFrame.EditMessage edit -> MessageFrames.refuse(connection, edit, refusal);
      case ClientFrame.DeleteMessage delete -> MessageFrames.refuse(connection, delete, refusal);
      case ClientFrame.React react -> MessageFrames.refuse(connection, react, refusal);
      case ClientFrame.LeaveRoom leave ->
          Refusals.refuse(connection, "", refusal, leave.roomId(), null);
      case ClientFrame.MarkRead mark -> refuseMark(connection, refusal, mark);
      case ClientFrame.Auth auth -> Refusals.refuse(connection, "", refusal, null, null);
      case ClientFrame.Typing writing ->
          Refusals.refuse(connection, "", refusal, writing.roomId(), null);
      case ClientFrame.Ping ping -> Refusals.refuse(connection, "", refusal, null, null);
    }
  }

  /**
   * Does it. Coming in asks the database and may wait for it, nothing else does. Returns what is
   * left to do at the reader's pace; null when nothing is.
   */
  public @Nullable Runnable handle(Connection connection, ClientFrame frame) {
    try {
      switch (frame) {
        case ClientFrame.Auth auth -> authenticate(connection, auth);
        case ClientFrame.JoinRoom join -> {
          return join(connection, join);
        }
        case ClientFrame.LeaveRoom leave -> leave(connection, leave);
        case ClientFrame.SendMessage send ->
            messages.send(connection, requirePerson(connection, FIRST_JOIN), send);
        case ClientFrame.EditMessage edit ->
            messages.edit(connection, requirePerson(connection, FIRST_JOIN), edit);
        case ClientFrame.DeleteMessage delete ->
            messages.delete(connection, requirePerson(connection, FIRST_JOIN), delete);
        case ClientFrame.React react ->
            messages.react(connection, requirePerson(connection, FIRST_JOIN), react);
        case ClientFrame.MarkRead mark ->
            markRead(connection, requirePerson(connection, "Please authenticate first"), mark);
        case ClientFrame.Typing writing -> typing(connection, writing.roomId());
        case ClientFrame.Ping ping ->
            connection.send(new SocketFrame.Pong(entrance.heads(connection)));
      }
    } catch (RuntimeException failure) {
      refuse(connection, "", problem(failure), null, null);
    }
    return null;
  }

  private void authenticate(Connection connection, ClientFrame.Auth auth) {
    try {
      AccessToken token = authentication.authenticate(connection, auth.token());
      connection.send(
          new SocketFrame.Authenticated(
              "Authenticated successfully",
              new SocketFrame.User(token.person().id(), token.person().username()),
              token.sessionId(),
              token.expiresAt().getEpochSecond(),
              Sockets.HEARTBEAT.toMillis(),
              FrameCodec.MAX_FRAME_BYTES));
      devices.add(connection);
      boolean warns = Boolean.TRUE.equals(auth.renew());
      sockets.warn(connection, warns ? ExpiryWarning.of(token.expiresAt(), Instant.now()) : null);
    } catch (ProblemException refusal) {
      connection.send(refused("Authentication failed", refusal, null, null, null));
      // Only a token that is wrong ends the socket; one that could not be checked may be shown
      // again. Whoever has too many sockets knows that by their own code.
      switch (refusal.type()) {
        case UNAVAILABLE -> {}
        case RATE_LIMITED -> connection.close(CloseCode.TOO_MUCH);
        default -> connection.close(CloseCode.AUTH_FAILED);
      }
    }
  }

  private @Nullable Runnable join(Connection connection, ClientFrame.JoinRoom join) {
    Person person = requirePerson(connection, "Please authenticate first");
    Long roomId = join.roomId();
    try {
      if (roomId == null) {
        throw ProblemException.invalid("room_id", "room_id is missing.");
      }
      Runnable replay =
          entrance.enter(connection, person, roomId, Resume.of(join.after(), join.epoch()));
      if (!connection.manyRooms()) {
        connection.rooms().stream()
            .filter(other -> !other.equals(roomId))
            .forEach(other -> entrance.leave(connection, other));
      }
      return replay == null ? null : () -> refusing(connection, roomId, replay);
    } catch (RuntimeException failure) {
      refuseEntry(connection, roomId, failure);
      return null;
    }
  }

  private static void refusing(Connection connection, Long roomId, Runnable replay) {
    try {
      replay.run();
    } catch (RuntimeException failure) {
      refuseEntry(connection, roomId, failure);
    }
  }

  private static void refuseEntry(
      Connection connection, @Nullable Long roomId, RuntimeException failure) {
    refuse(connection, "Failed to join room: ", problem(failure), roomId, null);
  }

  private void leave(Connection connection, ClientFrame.LeaveRoom leave) {
    requirePerson(connection, "Please authenticate first");
    Long roomId = leave.roomId() != null ? leave.roomId() : MessageFrames.currentRoom(connection);
    if (connection.manyRooms() && roomId == null) {
      throw ProblemException.invalid("room_id", "room_id is missing.");
    }
    if (roomId != null) {
      entrance.leave(connection, roomId);
    }
    connection.send(new SocketFrame.LeftRoom("Left room", roomId));
  }

  /** Returns before it is stored; all devices are told then, this one also when nothing moved. */
  private void markRead(Connection connection, Person person, ClientFrame.MarkRead mark) {
    Long roomId = mark.roomId();
    try {
      if (roomId == null) {
        throw ProblemException.invalid("room_id", "room_id is missing.");
      }
      Long seq = mark.seq();
      if (seq == null) {
        throw ProblemException.invalid("seq", "seq is missing.");
      }
      reading
          .mark(roomId, person, seq)
          .thenAccept(
              marked -> {
                if (!marked.moved() && connection.manyRooms()) {
                  connection.send(marked.read());
                }
              })
          .exceptionally(
              failure -> {
                refuseMark(connection, problem(failure), mark);
                return null;
              });
    } catch (RuntimeException failure) {
      refuseMark(connection, problem(failure), mark);
    }
  }

  private static void refuseMark(
      Connection connection, ProblemException refusal, ClientFrame.MarkRead mark) {
    String message = READ_FAILED + refusal.getMessage();
    connection.send(Refusals.refused(message, refusal, mark.roomId(), mark.seq(), null));
  }

  /** Not answered, unless it is refused: it comes with every few keys. */
  private void typing(Connection connection, @Nullable Long roomId) {
    Person person = requirePerson(connection, FIRST_JOIN);
    try {
      typing.writes(person, MessageFrames.requireRoomOf(connection, roomId));
    } catch (ProblemException refusal) {
      refuse(connection, "", refusal, roomId, null);
    }
  }

  private static Person requirePerson(Connection connection, String otherwise) {
    return connection
        .token()
        .map(AccessToken::person)
        .orElseThrow(() -> new ProblemException(ProblemType.UNAUTHORIZED, otherwise));
  }
}
