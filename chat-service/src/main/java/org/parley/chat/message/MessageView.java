package org.parley.chat.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.chat.log.NewMessage;
import org.parley.chat.log.Posted;

/** ◆ A message as REST shows it; the fields are those of the frame {@code new_message}. */
public record MessageView(
    long messageId,
    long roomId,
    long seq,
    long changeSeq,
    long userId,
    String username,
    String content,
    Instant createdAt,
    UUID clientMsgId) {

  public static MessageView of(Posted posted) {
    NewMessage message = posted.message();
    return new MessageView(
        posted.messageId(),
        message.roomId(),
        posted.seq(),
        posted.changeSeq(),
        message.author().id(),
        message.author().username(),
        message.content(),
        posted.createdAt(),
        message.clientMsgId());
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
