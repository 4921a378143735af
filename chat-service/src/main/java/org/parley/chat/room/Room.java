package org.parley.chat.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;
import org.parley.chat.reading.ReadState;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * A room. The two counters belong to the log's statements and are only read here; {@code
 * DynamicUpdate} keeps an update of anything else from writing them back.
 */
@Entity
@Table(name = "rooms")
@DynamicUpdate
class Room {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String name;
  private String description;
  private String topic = "";
  private String type;

  @Column(name = "created_by")
  private long createdBy;

  @Generated
  @Column(name = "created_at", insertable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "last_seq", insertable = false, updatable = false)
  private long lastSeq;

  @Column(name = "change_seq", insertable = false, updatable = false)
  private long changeSeq;

  @Column(name = "members_version")
  private long membersVersion;

  /** Kept by the database, whoever comes and goes. */
  @Column(name = "member_count", insertable = false, updatable = false)
  private long memberCount;

  protected Room() {}

  Room(NewRoom wanted, long creator) {
    this.name = wanted.name();
    this.description = wanted.description();
    this.type = wanted.type();
    this.createdBy = creator;
  }

  long id() {
    return id;
  }

  boolean isPublic() {
    return type.equals(NewRoom.PUBLIC);
  }

  /**
   * For whatever a direct room has nothing of: an owner, another name, people who come and go.
   *
   * @throws ProblemException {@code forbidden} for a direct room
   */
  void requireNotDirect() {
    if (type.equals(NewRoom.DIRECT)) {
      throw new ProblemException(
          ProblemType.FORBIDDEN, "A direct room is of two people, and stays as it is.");
    }
  }

  void change(RoomChanges changes) {
    name = Objects.requireNonNullElse(changes.name(), name);
    topic = Objects.requireNonNullElse(changes.topic(), topic);
    description = Objects.requireNonNullElse(changes.description(), description);
  }

  long membersVersion() {
    return membersVersion;
  }

  /** To be called, under the room's lock, with every join, leave and change of a role. */
  void membersChanged() {
    membersVersion++;
  }

  /** Without what is unread, which has to be counted. */
  RoomView toView(@Nullable RoomMember mine, RoomView.@Nullable Peer peer) {
    return toView(memberCount, mine, peer);
  }

  /** As its creator sees it, its only member. */
  RoomView toView(RoomMember creator) {
    return toView(1, creator, null);
  }

  private RoomView toView(long members, @Nullable RoomMember mine, RoomView.@Nullable Peer peer) {
    return new RoomView(
        id,
        name,
        description,
        type,
        createdBy,
        createdAt,
        members,
        lastSeq,
        mine != null,
        mine == null ? null : mine.role(),
        mine == null ? null : ReadState.upTo(mine.lastReadSeq()),
        topic,
        mine == null ? null : mine.isMuted(),
        peer);
  }
}
