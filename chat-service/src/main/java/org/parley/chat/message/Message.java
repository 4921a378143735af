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
import org.parley.chat.identity.Person;
import org.parley.chat.log.NewMessage;
import org.parley.chat.log.Posted;
import org.parley.chat.room.People;

/** A message as it is stored; written by the append statement only. */
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

  @Column(name = "change_seq")
  private long changeSeq;

  @Column(name = "user_id")
  private long userId;

  @Column(name = "client_msg_id")
  private UUID clientMsgId;

  private String content;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Message() {}

  long userId() {
    return userId;
  }

  long changeSeq() {
    return changeSeq;
  }

  /** As the log gave it to its sender. */
  Posted toPosted(Map<Long, String> usernames) {
    Person author = new Person(userId, People.nameIn(usernames, userId));
    NewMessage sent = new NewMessage(author, roomId, clientMsgId, content);
    return new Posted(sent, messageId, seq, changeSeq, createdAt, false);
  }
}
