package org.parley.chat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Queries about rooms and members. Used inside the façade's transaction only. */
@ApplicationScoped
class RoomStore {

  /**
   * A room, the asking person's place in it where they have one, and whom a direct room is with.
   */
  record Found(
      Room room, @Nullable RoomMember mine, @Nullable Long peerId, @Nullable String peerName) {
    RoomView toView() {
      return room.toView(mine, RoomView.peer(peerId, peerName));
    }
  }

  private static final String SELECT =
      """
      select new org.parley.chat.room.RoomStore$Found(r, m,
          (select min(p.userId) from RoomMember p
           where r.type = 'direct' and p.roomId = r.id and p.userId <> :me),
          (select min(p.username) from RoomMember p
           where r.type = 'direct' and p.roomId = r.id and p.userId <> :me))
      from Room r left join RoomMember m on m.roomId = r.id and m.userId = :me
      """;

  /**
   * Two bounds and not {@code like}, of which a plan that is kept for every room and name could not
   * use an index.
   */
  private static final String CALLED =
      """
      select * from room_members
      where room_id = :room and user_id > :after
        and lower(username) ~>=~ :from
        and lower(username) ~<~ :to
      order by user_id limit :most
      """;

  private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

  /** By the expression, because that has an index. */
  private static final String UNNAMED =
      """
      select * from room_members
      where room_id = :room and user_id > :after and lower(username) is null
      order by user_id limit :most
      """;

  @PersistenceContext(unitName = "chat")
  private EntityManager entities;

  void add(Object roomOrMember) {
    entities.persist(roomOrMember);
    entities.flush();
  }

  void remove(RoomMember member) {
    entities.remove(member);
  }

  /** An invitation from before this does not bring them back. */
  void noteRemoval(RoomMember member) {
    entities
        .createNativeQuery(
            """
            insert into room_removals (room_id, user_id) values (:room, :user)
            on conflict (room_id, user_id) do update set removed_at = clock_timestamp()
            """)
        .setParameter("room", member.roomId())
        .setParameter("user", member.userId())
        .executeUpdate();
  }

  /** Says whether they are a member. One statement of one row, whoever holds the room. */
  boolean mute(long roomId, long userId, boolean muted) {
    int changed =
        entities
            .createNativeQuery(
                "update room_members set muted = :muted where room_id = :room and user_id = :user")
            .setParameter("muted", muted)
            .setParameter("room", roomId)
            .setParameter("user", userId)
            .executeUpdate();
    return changed > 0;
  }

  /**
   * The room, locked until the transaction ends; whatever is read after this is read under the
   * lock.
   */
  Optional<Room> lock(long roomId) {
    // What was read before may have changed while we waited, and Hibernate would not read it again.
    entities.clear();
    return Optional.ofNullable(entities.find(Room.class, roomId, LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<RoomMember> findMember(long roomId, long userId) {
    return Optional.ofNullable(entities.find(RoomMember.class, new RoomMember.Key(roomId, userId)));
  }

  Optional<Found> find(long roomId, long me) {
    return entities
        .createQuery(SELECT + "where r.id = :id", Found.class)
        .setParameter("me", me)
        .setParameter("id", roomId)
        .getResultStream()
        .findFirst();
  }

  /** The room's newest change. */
  Optional<Long> head(long roomId) {
    return numberOf(roomId, "select r.changeSeq from Room r where r.id = :id");
  }

  /** How often the room's members changed. */
  Optional<Long> membersVersion(long roomId) {
    return numberOf(roomId, "select r.membersVersion from Room r where r.id = :id");
  }

  private Optional<Long> numberOf(long roomId, String query) {
    return entities
        .createQuery(query, Long.class)
        .setParameter("id", roomId)
        .getResultStream()
        .findFirst();
  }

  /** Those of these people who are members. One parameter, however many they are. */
  Set<Long> membersAmong(long roomId, Set<Long> people) {
    @SuppressWarnings("unchecked") // Jakarta Persistence types native queries by their class only
    List<Long> members =
        entities
            .createNativeQuery(
                "select user_id from room_members where room_id = :room and user_id = any(:people)",
                Long.class)
            .setParameter("room", roomId)
            .setParameter("people", people.toArray(Long[]::new))
            .getResultList();
    return Set.copyOf(members);
  }

  /**
   * Rooms the person may find whose name contains the text, regardless of case, in the order of
   * their ids.
   */
  List<Found> visible(long me, String text, long after, int limit) {
    TypedQuery<Found> query =
        entities.createQuery(
            SELECT
                + """
                where (r.type = 'public' or m.userId is not null) and r.type <> 'direct'
                  and r.id > :after
                  and lower(r.name) like :pattern escape '!'
                order by r.id
                """,
            Found.class);
    return page(query.setParameter("pattern", containing(text)), me, after, limit);
  }

  /** Rooms the person is in, in the order of their ids. */
  List<Found> joined(long me, long after, int limit) {
    return page(
        entities.createQuery(
            SELECT + "where m.userId is not null and r.id > :after order by r.id", Found.class),
        me,
        after,
        limit);
  }

  /** Members in the order of their user ids. */
  List<RoomMember> members(long roomId, long after, int limit) {
    return entities
        .createQuery(
            "select m from RoomMember m where m.roomId = :room and m.userId > :after order by"
                + " m.userId",
            RoomMember.class)
        .setParameter("room", roomId)
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Those of them whose noted name begins so, in lower case. */
  List<RoomMember> membersCalled(long roomId, String beginning, long after, int limit) {
    return members(
        entities
            .createNativeQuery(CALLED, RoomMember.class)
            .setParameter("from", beginning)
            .setParameter("to", beginning + LAST_CHARACTER),
        roomId,
        after,
        limit);
  }

  /** Those of them whose name is not noted. */
  List<RoomMember> unnamed(long roomId, long after, int limit) {
    return members(entities.createNativeQuery(UNNAMED, RoomMember.class), roomId, after, limit);
  }

  @SuppressWarnings("unchecked") // Jakarta Persistence types native queries by their class only
  private static List<RoomMember> members(Query query, long roomId, long after, int limit) {
    return query
        .setParameter("room", roomId)
        .setParameter("after", after)
        .setParameter("most", limit)
        .getResultList();
  }

  private static List<Found> page(TypedQuery<Found> query, long me, long after, int limit) {
    return query
        .setParameter("me", me)
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultList();
  }

  private static String containing(String text) {
    String escaped = text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    return "%" + escaped + "%";
  }
}
