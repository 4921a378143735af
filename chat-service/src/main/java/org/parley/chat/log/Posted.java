package org.parley.chat.log;

import java.time.Instant;
import org.parley.chat.mention.Mentions;
import org.parley.chat.protocol.ServerFrame;

/**
 * A message in the log.
 *
 * @param message what was sent
 * @param messageId unique over all rooms
 * @param seq its place in the room
 * @param changeSeq the change that sent it
 * @param createdAt when PostgreSQL took it
 * @param mentions members and everybody, of those its content names
 * @param isNew false when an earlier send under the same id had stored it
 * @param committedNanos when this process learned of the commit, by {@link System#nanoTime}
 */
public record Posted(
    NewMessage message,
    long messageId,
    long seq,
    long changeSeq,
    Instant createdAt,
    Mentions mentions,
    boolean isNew,
    long committedNanos) {

  /** The same message, told to nobody yet. */
  Posted asNew() {
    return new Posted(
        message, messageId, seq, changeSeq, createdAt, mentions, true, committedNanos);
  }

  public ServerFrame.MessageAck toAck() {
    return new ServerFrame.MessageAck(
        message.clientMsgId(),
        messageId,
        message.roomId(),
        seq,
        changeSeq,
        createdAt.toEpochMilli());
  }

  public ServerFrame.NewMessage toFrame() {
    return new ServerFrame.NewMessage(
        messageId,
        message.roomId(),
        message.author().id(),
        message.author().username(),
        message.content(),
        createdAt.getEpochSecond(),
        seq,
        changeSeq,
        message.clientMsgId(),
        createdAt.toEpochMilli(),
        null,
        null,
        null,
        message.replyTo(),
        mentions.shownUserIds(),
        mentions.shownRoom());
  }
}
