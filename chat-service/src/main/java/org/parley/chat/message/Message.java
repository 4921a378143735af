package org.parley.chat.message;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.Person;
import org.parley.chat.log.StoredMessage;
import org.parley.chat.mention.Mentions;
import org.parley.chat.protocol.FrameCodec;
import org.parley.chat.room.People;

/** A message as it is stored; written by the log only. */
@Entity
@Immutable
@Table(name = "messages")
@IdClass(Message.Key.class)
class Message {

  /** Room and place in it. */
  record Key(long roomId, long seq) {}

  @Id
  @Column(name = "room_id")
  private long roomId;

  @Id private long seq;

  @Column(name = "id")
  private long messageId;

  @Column(name = "sent_change")
  private long sentChange;

  @Column(name = "change_seq")
  private long changeSeq;

  @Column(name = "user_id")
  private long userId;

  @Column(name = "client_msg_id")
  private UUID clientMsgId;

  private String content;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "edited_at")
  private @Nullable Instant editedAt;

  @Column(name = "deleted_at")
  private @Nullable Instant deletedAt;

  private @Nullable String reactions;

  @Column(name = "reply_to")
  private @Nullable Long replyTo;

  private Long @Nullable [] mentions;

  protected Message() {}

  long userId() {
    return userId;
  }

  StoredMessage toStored(Map<Long, String> usernames) {
    Person author = new Person(userId, People.nameIn(usernames, userId));
    return new StoredMessage(
        messageId,
        roomId,
        seq,
        sentChange,
        changeSeq,
        author,
        clientMsgId,
        content,
        createdAt,
        editedAt,
        deletedAt,
        reactions == null ? null : FrameCodec.reactions(reactions),
        replyTo,
        Mentions.of(mentions));
  }
}
