package org.parley.chat.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server says. Absent fields are left out. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(SocketFrame.class),
  @JsonSubTypes.Type(RoomNews.class),
  @JsonSubTypes.Type(value = ServerFrame.RoomJoined.class, name = "room_joined"),
  @JsonSubTypes.Type(value = ServerFrame.Resumed.class, name = "resumed"),
  @JsonSubTypes.Type(value = ServerFrame.ResyncRequired.class, name = "resync_required"),
  @JsonSubTypes.Type(value = ServerFrame.UserJoined.class, name = "user_joined"),
  @JsonSubTypes.Type(value = ServerFrame.UserLeft.class, name = "user_left"),
  @JsonSubTypes.Type(value = ServerFrame.NewMessage.class, name = "new_message"),
  @JsonSubTypes.Type(value = ServerFrame.MessageAck.class, name = "message_ack"),
  @JsonSubTypes.Type(value = ServerFrame.MessageChanged.class, name = "message_changed"),
  @JsonSubTypes.Type(value = ServerFrame.ChangeAck.class, name = "change_ack"),
  @JsonSubTypes.Type(value = ServerFrame.Read.class, name = "read"),
  @JsonSubTypes.Type(value = ServerFrame.Kicked.class, name = "kicked"),
})
public sealed interface ServerFrame
    permits SocketFrame,
        RoomNews,
        ServerFrame.RoomJoined,
        ServerFrame.Resumed,
        ServerFrame.ResyncRequired,
        ServerFrame.UserJoined,
        ServerFrame.UserLeft,
        ServerFrame.NewMessage,
        ServerFrame.MessageChanged,
        ServerFrame.MessageAck,
        ServerFrame.ChangeAck,
        ServerFrame.Read,
        ServerFrame.Kicked {

  /**
   * ◆ {@code room_joined}: from here on every change of the room arrives.
   *
   * @param room the room as REST shows it
   * @param lastSeq seq of its newest message, 0 in an empty room
   * @param head the change_seq after which frames follow
   * @param epoch the history these numbers belong to
   */
  record RoomJoined(long roomId, Object room, long lastSeq, long head, String epoch)
      implements ServerFrame {}

  /**
   * {@code resumed}: everything after the client's cursor was given, live from here.
   *
   * @param head the client's cursor from now on
   */
  record Resumed(long roomId, long head) implements ServerFrame {}

  /**
   * {@code resync_required}: what the client missed cannot be replayed. It forgets the room, reads
   * history anew, and every change after {@code head} follows.
   */
  record ResyncRequired(long roomId, long head, String epoch) implements ServerFrame {}

  /** ◆ {@code user_joined}: a person's first socket in the room, whichever instance it is on. */
  record UserJoined(String username, long userId, long roomId) implements ServerFrame {}

  /** ◆ {@code user_left}: a person's last socket left the room. */
  record UserLeft(String username, long userId, long roomId) implements ServerFrame {}

  /**
   * One emoji on a message.
   *
   * @param count how many people put it there
   * @param userIds the first hundred of them
   */
  record Reaction(String emoji, long count, List<Long> userIds) {}

  /**
   * ◆ {@code new_message}, the same text for everybody in the room. In what is replayed it shows
   * the message as it is by now.
   *
   * @param createdAt unix seconds, {@code createdAtMs} the same in milliseconds
   * @param seq position in the room, gapless from 1
   * @param changeSeq the room's change that sent it
   * @param editedAtMs when its author last changed the text; absent when never
   * @param deletedAtMs when it was removed; then the content is empty
   * @param replyTo seq of the message it is a reply to; absent when to none
   * @param mentions the members it mentions; absent when none
   * @param mentionsRoom true when it mentions everybody; absent otherwise
   */
  record NewMessage(
      long messageId,
      long roomId,
      long userId,
      String username,
      String content,
      long createdAt,
      long seq,
      long changeSeq,
      UUID clientMsgId,
      long createdAtMs,
      @Nullable Long editedAtMs,
      @Nullable Long deletedAtMs,
      @Nullable List<Reaction> reactions,
      @Nullable Long replyTo,
      @Nullable List<Long> mentions,
      @Nullable Boolean mentionsRoom)
      implements ServerFrame {}

  /**
   * {@code message_changed}: a message as it is after an edit, a deletion or a reaction, whole: who
   * does not know the message can show it.
   *
   * @param changeSeq the room's change that did it
   */
  record MessageChanged(
      long messageId,
      long roomId,
      long userId,
      String username,
      String content,
      long createdAt,
      long seq,
      long changeSeq,
      UUID clientMsgId,
      long createdAtMs,
      @Nullable Long editedAtMs,
      @Nullable Long deletedAtMs,
      @Nullable List<Reaction> reactions,
      @Nullable Long replyTo,
      @Nullable List<Long> mentions,
      @Nullable Boolean mentionsRoom)
      implements ServerFrame {}

  /** {@code message_ack}: the message is committed. A repeat gets the first ack again. */
  record MessageAck(
      UUID clientMsgId, long messageId, long roomId, long seq, long changeSeq, long createdAtMs)
      implements ServerFrame {}

  /**
   * {@code change_ack}: an edit, a deletion or a reaction is committed. Those of one socket and
   * room are answered in the order in which they were asked for.
   *
   * @param changeSeq the message's latest change; an older one when there was nothing to change
   */
  record ChangeAck(long roomId, long seq, long changeSeq) implements ServerFrame {}

  /**
   * {@code read}: how far the person on this socket has read a room, on whichever of their devices.
   * May be lost, and overtake another one: a smaller seq is old.
   *
   * @param unread messages of others after it that stand, counted up to 100
   * @param mentions of those, the ones that mention the person or everybody, likewise
   * @param lastSeq the room's last message then; what comes after it is not counted
   */
  record Read(long roomId, long seq, int unread, int mentions, long lastSeq)
      implements ServerFrame {}

  /**
   * {@code kicked}: the person is no member of the room any more; nothing of it follows.
   *
   * @param reason {@code not_member}; others may be added
   */
  record Kicked(long roomId, String reason) implements ServerFrame {}
}
