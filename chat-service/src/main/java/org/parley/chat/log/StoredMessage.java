package org.parley.chat.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.Person;
import org.parley.chat.mention.Mentions;
import org.parley.chat.protocol.ServerFrame;

/**
 * A message as it stands in the log after one of its changes.
 *
 * @param messageId unique over all rooms
 * @param seq its place in the room
 * @param sentChange the change that sent it
 * @param changeSeq the change after which it stands so
 * @param content empty when it was removed
 * @param createdAt when PostgreSQL took it
 * @param replyTo seq of the message it is a reply to
 */
public record StoredMessage(
    long messageId,
    long roomId,
    long seq,
    long sentChange,
    long changeSeq,
    Person author,
    UUID clientMsgId,
    String content,
    Instant createdAt,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt,
    @Nullable List<ServerFrame.Reaction> reactions,
    @Nullable Long replyTo,
    Mentions mentions) {

  /** For who does not have it yet: under the change that sent it, as it is by now. */
  public ServerFrame.NewMessage toNewMessage() {
    return new ServerFrame.NewMessage(
        messageId,
        roomId,
        author.id(),
        author.username(),
        content,
        createdAt.getEpochSecond(),
        seq,
        sentChange,
        clientMsgId,
        createdAt.toEpochMilli(),
        milliseconds(editedAt),
        milliseconds(deletedAt),
        reactions,
        replyTo,
        mentions.shownUserIds(),
        mentions.shownRoom());
  }

  /** For who has it as it was before. */
  public ServerFrame.MessageChanged toMessageChanged() {
    return new ServerFrame.MessageChanged(
        messageId,
        roomId,
        author.id(),
        author.username(),
        content,
        createdAt.getEpochSecond(),
        seq,
        changeSeq,
        clientMsgId,
        createdAt.toEpochMilli(),
        milliseconds(editedAt),
        milliseconds(deletedAt),
        reactions,
        replyTo,
        mentions.shownUserIds(),
        mentions.shownRoom());
  }

  /** The same, with what is known about its author. */
  StoredMessage withAuthor(Person person) {
    return new StoredMessage(
        messageId,
        roomId,
        seq,
        sentChange,
        changeSeq,
        person,
        clientMsgId,
        content,
        createdAt,
        editedAt,
        deletedAt,
        reactions,
        replyTo,
        mentions);
  }

  private static @Nullable Long milliseconds(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }

  /** Without the content. */
  @Override
  public String toString() {
    return "StoredMessage[roomId=" + roomId + ", seq=" + seq + ", changeSeq=" + changeSeq + "]";
  }
}
