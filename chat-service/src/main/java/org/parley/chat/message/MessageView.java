package org.parley.chat.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.chat.log.NewMessage;
import org.parley.chat.log.Posted;
import org.parley.chat.log.StoredMessage;
import org.parley.chat.protocol.ServerFrame;

/**
 * ◆ A message as REST shows it; the fields are those of the frames.
 *
 * @param changeSeq the room's latest change of it, {@code sentChange} the one that sent it
 * @param editedAt when its author last changed the text; absent when never
 * @param deletedAt when it was removed; then the content is empty
 * @param replyTo seq of the message it is a reply to; absent when to none
 * @param mentions the members it mentions; absent when none
 * @param mentionsRoom true when it mentions everybody; absent otherwise
 */
public record MessageView(
    long messageId,
    long roomId,
    long seq,
    long sentChange,
    long changeSeq,
    long userId,
    String username,
    String content,
    Instant createdAt,
    UUID clientMsgId,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt,
    @Nullable List<ServerFrame.Reaction> reactions,
    @Nullable Long replyTo,
    @Nullable List<Long> mentions,
    @Nullable Boolean mentionsRoom) {

  /** As its sender is told; a repeat is told what was sent first, whatever became of it. */
  public static MessageView of(Posted posted) {
    NewMessage message = posted.message();
    return new MessageView(
        posted.messageId(),
        message.roomId(),
        posted.seq(),
        posted.changeSeq(),
        posted.changeSeq(),
        message.author().id(),
        message.author().username(),
        message.content(),
        posted.createdAt(),
        message.clientMsgId(),
        null,
        null,
        null,
        message.replyTo(),
        posted.mentions().shownUserIds(),
        posted.mentions().shownRoom());
  }

  /** As it stands in the log. */
  public static MessageView of(StoredMessage message) {
    return new MessageView(
        message.messageId(),
        message.roomId(),
        message.seq(),
        message.sentChange(),
        message.changeSeq(),
        message.author().id(),
        message.author().username(),
        message.content(),
        message.createdAt(),
        message.clientMsgId(),
        message.editedAt(),
        message.deletedAt(),
        message.reactions(),
        message.replyTo(),
        message.mentions().shownUserIds(),
        message.mentions().shownRoom());
  }

  /**
   * ◆ A page of history.
   *
   * @param messages newest first
   * @param hasMore whether there are more in the direction of the question
   * @param through every change of the room up to this change_seq shows in the page, so that live
   *     frames continue from here
   */
  public record Page(List<MessageView> messages, boolean hasMore, long through) {}
}
