package org.parley.chat.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client may say. Fields that are absent are null; unknown fields are ignored. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ClientFrame.Auth.class, name = "auth"),
  @JsonSubTypes.Type(value = ClientFrame.JoinRoom.class, name = "join_room"),
  @JsonSubTypes.Type(value = ClientFrame.LeaveRoom.class, name = "leave_room"),
  @JsonSubTypes.Type(value = ClientFrame.SendMessage.class, name = "send_message"),
  @JsonSubTypes.Type(value = ClientFrame.EditMessage.class, name = "edit_message"),
  @JsonSubTypes.Type(value = ClientFrame.DeleteMessage.class, name = "delete_message"),
  @JsonSubTypes.Type(value = ClientFrame.React.class, name = "react"),
  @JsonSubTypes.Type(value = ClientFrame.MarkRead.class, name = "mark_read"),
  @JsonSubTypes.Type(value = ClientFrame.Typing.class, name = "typing"),
  @JsonSubTypes.Type(value = ClientFrame.Ping.class, name = "ping"),
})
public sealed interface ClientFrame {

  /**
   * ◆ Who I am; first on every socket, and again to renew.
   *
   * @param renew true to be told some time before this token expires
   */
  record Auth(@Nullable String token, @Nullable Boolean renew) implements ClientFrame {

    /** Without the token: frames may end up in a log. */
    @Override
    public String toString() {
      return "Auth[token=…, renew=" + renew + "]";
    }
  }

  /**
   * ◆ Give me this room's frames. On a socket without subprotocol it also leaves the current room.
   *
   * @param after the change_seq of the last change the client has: what it missed comes first
   * @param epoch the epoch {@code after} belongs to
   */
  record JoinRoom(@Nullable Long roomId, @Nullable Long after, @Nullable String epoch)
      implements ClientFrame {}

  /**
   * ◆ No more of this room's frames. {@code roomId} may be absent where there is one current room.
   */
  record LeaveRoom(@Nullable Long roomId) implements ClientFrame {}

  /**
   * ◆ Say something. With a {@code clientMsgId} it may be repeated until it is acknowledged.
   *
   * @param replyTo seq of the message it is a reply to
   */
  record SendMessage(
      @Nullable Long roomId,
      @Nullable UUID clientMsgId,
      @Nullable String content,
      @Nullable Long replyTo)
      implements ClientFrame {

    /** Without the content: frames may end up in a log. */
    @Override
    public String toString() {
      return "SendMessage[roomId=" + roomId + ", clientMsgId=" + clientMsgId + ", content=…]";
    }
  }

  /** Give my message another text. May be repeated: the same text again changes nothing. */
  record EditMessage(@Nullable Long roomId, @Nullable Long seq, @Nullable String content)
      implements ClientFrame {
    /** Without the content: frames may end up in a log. */
    @Override
    public String toString() {
      return "EditMessage[roomId=" + roomId + ", seq=" + seq + ", content=…]";
    }
  }

  /** Remove a message for everybody; its place stays. May be repeated. */
  record DeleteMessage(@Nullable Long roomId, @Nullable Long seq) implements ClientFrame {}

  /**
   * Put my reaction on a message or take it back. May be repeated.
   *
   * @param on true, also when absent, puts it on
   */
  record React(
      @Nullable Long roomId, @Nullable Long seq, @Nullable String emoji, @Nullable Boolean on)
      implements ClientFrame {}

  /**
   * I have read the room up to here. May be repeated; a smaller seq than before changes nothing.
   */
  record MarkRead(@Nullable Long roomId, @Nullable Long seq) implements ClientFrame {}

  /** I am writing something in this room; to be said again every few seconds while I do. */
  record Typing(@Nullable Long roomId) implements ClientFrame {}

  /** ◆ Are you there? */
  record Ping() implements ClientFrame {}
}
