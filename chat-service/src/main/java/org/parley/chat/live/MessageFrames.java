package org.parley.chat.live;

import static org.parley.chat.live.Refusals.problem;
import static org.parley.chat.live.Refusals.refused;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.Person;
import org.parley.chat.log.MessageChange;
import org.parley.chat.log.NewMessage;
import org.parley.chat.log.Posted;
import org.parley.chat.message.MessageChanging;
import org.parley.chat.message.MessagePosting;
import org.parley.chat.protocol.ClientFrame;
import org.parley.chat.socket.Connection;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.trace.Traces;

/**
 * The frames that say something or change what was said. They return before the commit; the answer
 * comes when it is done, those about one room in the order of the frames.
 */
@ApplicationScoped
class MessageFrames {

  private static final String SEND_FAILED = "Failed to send message: ";
  private static final String EDIT_FAILED = "Failed to edit message: ";
  private static final String DELETE_FAILED = "Failed to delete message: ";
  private static final String REACT_FAILED = "Failed to react: ";

  @Inject private MessagePosting posting;
  @Inject private MessageChanging changing;
  @Inject private Traces traces;

  /** Makes the change of a frame, once its room and message are known. */
  private interface Wanted {
    MessageChange of(long roomId, long seq);
  }

  public void send(Connection connection, Person person, ClientFrame.SendMessage send) {
    Long roomId = send.roomId() != null ? send.roomId() : currentRoom(connection);
    UUID id = send.clientMsgId();
    if (!connection.manyRooms() && currentRoom(connection) == null) {
      ProblemException nowhere = new ProblemException(ProblemType.NOT_IN_ROOM);
      connection.send(refused(FrameHandler.FIRST_JOIN, nowhere, null, null, id));
      return;
    }
    boolean wantsAck = connection.manyRooms() || id != null;
    try {
      // An id is for one room: with the room left open, a repeat after a room change would be
      // another message.
      long room = requireRoom(connection, wantsAck ? send.roomId() : roomId);
      NewMessage message = NewMessage.received(person, room, id, send.content(), send.replyTo());
      Consumer<Posted> acknowledge =
          posted -> {
            if (wantsAck) {
              connection.send(posted.toAck());
            }
          };
      traces
          .trace("send_message", () -> posting.post(message, acknowledge))
          .exceptionally(
              failure -> {
                Refusals.refuse(connection, SEND_FAILED, problem(failure), roomId, id);
                return null;
              });
    } catch (ProblemException refusal) {
      Refusals.refuse(connection, SEND_FAILED, refusal, roomId, id);
    }
  }

  /** Refuses a send before it was looked at. */
  static void refuse(
      Connection connection, ClientFrame.SendMessage send, ProblemException refusal) {
    Refusals.refuse(connection, SEND_FAILED, refusal, send.roomId(), send.clientMsgId());
  }

  static void refuse(
      Connection connection, ClientFrame.EditMessage edit, ProblemException refusal) {
    refuseChange(connection, EDIT_FAILED, refusal, edit.roomId(), edit.seq());
  }

  static void refuse(
      Connection connection, ClientFrame.DeleteMessage delete, ProblemException refusal) {
    refuseChange(connection, DELETE_FAILED, refusal, delete.roomId(), delete.seq());
  }

  static void refuse(Connection connection, ClientFrame.React react, ProblemException refusal) {
    refuseChange(connection, REACT_FAILED, refusal, react.roomId(), react.seq());
  }

  public void edit(Connection connection, Person person, ClientFrame.EditMessage edit) {
    String content = edit.content() == null ? "" : edit.content();
    change(
        connection,
        EDIT_FAILED,
        edit.roomId(),
        edit.seq(),
        (roomId, seq) -> new MessageChange.Edit(person, roomId, seq, content));
  }

  public void delete(Connection connection, Person person, ClientFrame.DeleteMessage delete) {
    change(
        connection,
        DELETE_FAILED,
        delete.roomId(),
        delete.seq(),
        (roomId, seq) -> new MessageChange.Delete(person, roomId, seq));
  }

  public void react(Connection connection, Person person, ClientFrame.React react) {
    String emoji = react.emoji() == null ? "" : react.emoji();
    boolean on = !Boolean.FALSE.equals(react.on());
    change(
        connection,
        REACT_FAILED,
        react.roomId(),
        react.seq(),
        (roomId, seq) -> new MessageChange.React(person, roomId, seq, emoji, on));
  }

  private void change(
      Connection connection,
      String prefix,
      @Nullable Long roomId,
      @Nullable Long seq,
      Wanted wanted) {
    try {
      long room = requireRoom(connection, roomId);
      if (seq == null) {
        throw ProblemException.invalid("seq", "seq is missing.");
      }
      changing
          .change(wanted.of(room, seq), changed -> connection.send(changed.toAck()))
          .exceptionally(
              failure -> {
                refuseChange(connection, prefix, problem(failure), roomId, seq);
                return null;
              });
    } catch (ProblemException refusal) {
      refuseChange(connection, prefix, refusal, roomId, seq);
    }
  }

  private static void refuseChange(
      Connection connection,
      String prefix,
      ProblemException refusal,
      @Nullable Long roomId,
      @Nullable Long seq) {
    connection.send(refused(prefix + refusal.getMessage(), refusal, roomId, seq, null));
  }

  /** For what only a socket that is in the room may do. */
  static long requireRoomOf(Connection connection, @Nullable Long roomId) {
    if (roomId == null) {
      throw ProblemException.invalid("room_id", "room_id is missing.");
    }
    if (!connection.rooms().contains(roomId)) {
      throw new ProblemException(ProblemType.NOT_IN_ROOM);
    }
    return roomId;
  }

  /** Without subprotocol a socket acts in the room it is in, and in no other. */
  private static long requireRoom(Connection connection, @Nullable Long roomId) {
    if (roomId == null) {
      throw ProblemException.invalid("room_id", "room_id is missing.");
    }
    if (!connection.manyRooms() && !connection.rooms().contains(roomId)) {
      throw new ProblemException(ProblemType.NOT_IN_ROOM);
    }
    return roomId;
  }

  static @Nullable Long currentRoom(Connection connection) {
    return connection.manyRooms() ? null : connection.rooms().stream().findFirst().orElse(null);
  }
}
