package org.parley.chat.rpc;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.chat.protocol.ServerFrame;
import org.parley.contract.chat.v1.Message;
import org.parley.contract.rpc.Protos;

/** Messages as the frames of a room show them, for a stream. */
final class StreamedMessages {

  private StreamedMessages() {}

  static Message sent(ServerFrame.NewMessage frame) {
    Message.Builder message =
        changed(
            frame.editedAtMs(),
            frame.deletedAtMs(),
            frame.reactions(),
            frame.clientMsgId(),
            frame.createdAtMs());
    references(message, frame.replyTo(), frame.mentions(), frame.mentionsRoom());
    return message
        .setMessageId(frame.messageId())
        .setRoomId(frame.roomId())
        .setSeq(frame.seq())
        .setSentChange(frame.changeSeq())
        .setChangeSeq(frame.changeSeq())
        .setUserId(frame.userId())
        .setUsername(frame.username())
        .setContent(frame.content())
        .build();
  }

  /** Without {@code sent_change}, which the frame does not tell. */
  static Message changed(ServerFrame.MessageChanged frame) {
    Message.Builder message =
        changed(
            frame.editedAtMs(),
            frame.deletedAtMs(),
            frame.reactions(),
            frame.clientMsgId(),
            frame.createdAtMs());
    references(message, frame.replyTo(), frame.mentions(), frame.mentionsRoom());
    return message
        .setMessageId(frame.messageId())
        .setRoomId(frame.roomId())
        .setSeq(frame.seq())
        .setChangeSeq(frame.changeSeq())
        .setUserId(frame.userId())
        .setUsername(frame.username())
        .setContent(frame.content())
        .build();
  }

  private static Message.Builder changed(
      @Nullable Long editedAtMs,
      @Nullable Long deletedAtMs,
      @Nullable List<ServerFrame.Reaction> reactions,
      UUID clientMsgId,
      long createdAtMs) {
    Message.Builder message =
        Message.newBuilder()
            .setCreatedAt(time(createdAtMs))
            .setClientMsgId(clientMsgId.toString())
            .addAllReactions(ChatMessages.reactions(reactions));
    if (editedAtMs != null) {
      message.setEditedAt(time(editedAtMs));
    }
    if (deletedAtMs != null) {
      message.setDeletedAt(time(deletedAtMs));
    }
    return message;
  }

  /** What a message is about besides itself, each where there is one. */
  static void references(
      Message.Builder message,
      @Nullable Long replyTo,
      @Nullable List<Long> mentions,
      @Nullable Boolean mentionsRoom) {
    if (replyTo != null) {
      message.setReplyTo(replyTo);
    }
    if (mentions != null) {
      message.addAllMentions(mentions);
    }
    message.setMentionsRoom(Boolean.TRUE.equals(mentionsRoom));
  }

  private static Timestamp time(long unixMilliseconds) {
    return Protos.timestamp(Instant.ofEpochMilli(unixMilliseconds));
  }
}
