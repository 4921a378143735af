package org.parley.chat.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.Generated;

/** A person's place in a room. */
@Entity
@Table(name = "room_members")
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

  @Generated
  @Column(name = "joined_at", insertable = false, updatable = false)
  private Instant joinedAt;

  protected RoomMember() {}

  RoomMember(long roomId, long userId, String role) {
    this.roomId = roomId;
    this.userId = userId;
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

  boolean isOwner() {
    return role.equals(OWNER);
  }

  MemberView toView(Map<Long, String> usernames) {
    return new MemberView(userId, People.nameIn(usernames, userId), role, joinedAt);
  }
}
