package org.parley.chat.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.Person;

/** A person's place in a room. An update writes what changed only: others write here, too. */
@Entity
@Table(name = "room_members")
@DynamicUpdate
@IdClass(RoomMember.Key.class)
class RoomMember {

  static final String OWNER = "owner";
  static final String MEMBER = "member";

  /** Room and person. */
  record Key(long roomId, long userId) {}

  @Id
  @Column(name = "room_id")
  private long roomId;

  @Id
  @Column(name = "user_id")
  private long userId;

  private String role;

  /** Changed by {@link RoomStore#mute} alone. */
  @Column(updatable = false)
  private boolean muted;

  /** What they are called, as far as it was noted; for mentions. */
  private @Nullable String username;

  /** Moved by {@code mark_read} alone. */
  @Column(name = "last_read_seq", insertable = false, updatable = false)
  private long lastReadSeq;

  @Generated
  @Column(name = "joined_at", insertable = false, updatable = false)
  private Instant joinedAt;

  protected RoomMember() {}

  RoomMember(long roomId, Person person, String role) {
    this.roomId = roomId;
    this.userId = person.id();
    this.username = person.username();
    this.role = role;
  }

  long roomId() {
    return roomId;
  }

  long userId() {
    return userId;
  }

  String role() {
    return role;
  }

  long lastReadSeq() {
    return lastReadSeq;
  }

  boolean isOwner() {
    return role.equals(OWNER);
  }

  boolean isMuted() {
    return muted;
  }

  MemberView toView(Map<Long, String> usernames) {
    String name = username != null ? username : People.nameIn(usernames, userId);
    return new MemberView(userId, usernames.getOrDefault(userId, name), role, joinedAt);
  }
}
