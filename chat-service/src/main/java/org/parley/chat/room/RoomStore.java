package org.parley.chat.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.Person;
import org.parley.chat.reading.ReadState;
import org.parley.contract.ProblemException;

/**
 * Queries about rooms and members. Used inside the façade's transaction only, except {@link
 * #admit}.
 */
@ApplicationScoped
class RoomStore {

  /** A room, the asking person's place in it where they have one, and its number of members. */
  record Found(Room room, @Nullable RoomMember mine, long memberCount) {
    RoomView toView() {
      return room.toView(memberCount, mine);
    }
  }

  private static final String SELECT =
      """
      select new org.parley.chat.room.RoomStore$Found(r, m,
          (select count(c.userId) from RoomMember c where c.roomId = r.id))
      from Room r left join RoomMember m on m.roomId = r.id and m.userId = :me
      """;

  private static final String ADMIT = "select * from admit(?, ?, ?, ?)";

  /** lock_not_available: another writer holds the room. */
  private static final String LOCK_TIMEOUT = "55P03";

  private static final Duration BUSY_RETRY = Duration.ofSeconds(1);

  @PersistenceContext(unitName = "chat")
  private EntityManager entities;

  /** Not shareable: see the log's statements. */
  @Resource(lookup = "jdbc/parley", shareable = false)
  private DataSource database;

  RoomStore() {} // the container gives it both

  /** For {@link #admit} alone. */
  @SuppressWarnings("NullAway.Init")
  RoomStore(DataSource database) {
    this.database = database;
  }

  /**
   * Lets a person into a room, a public one also as a new member where they may join; empty when
   * there is no room they may know of. SQL by hand ({@code admit}), because after a failure
   * thousands come at once: one statement, which commits by itself.
   *
   * @throws ProblemException {@code unavailable} while somebody holds the room
   * @throws IllegalStateException for whatever else the database says, an outage too
   */
  Optional<People.Admission> admit(long roomId, Person person, boolean joins) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(ADMIT)) {
      query.setLong(1, roomId);
      query.setLong(2, person.id());
      query.setString(3, person.username());
      query.setBoolean(4, joins);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(admission(row, roomId)) : Optional.empty();
      }
    } catch (SQLException e) {
      if (LOCK_TIMEOUT.equals(e.getSQLState())) {
        throw ProblemException.unavailable("The room is busy.", BUSY_RETRY, e);
      }
      throw new IllegalStateException("Nobody can be let into room " + roomId, e);
    }
  }

  private static People.Admission admission(ResultSet row, long roomId) throws SQLException {
    String role = row.getString("role");
    RoomView room =
        new RoomView(
            roomId,
            row.getString("name"),
            row.getString("description"),
            row.getString("type"),
            row.getLong("created_by"),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            row.getLong("member_count"),
            row.getLong("last_seq"),
            role != null,
            role,
            role == null ? null : reading(row));
    return new People.Admission(room, row.getLong("members_version"), row.getBoolean("joined"));
  }

  private static ReadState reading(ResultSet row) throws SQLException {
    return new ReadState(
        row.getLong("last_read_seq"), row.getInt("unread"), row.getInt("mentions"));
  }

  void add(Object roomOrMember) {
    entities.persist(roomOrMember);
    entities.flush();
  }

  void remove(RoomMember member) {
    entities.remove(member);
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
   * Rooms the person may see whose name contains the text, regardless of case, in the order of
   * their ids.
   */
  List<Found> visible(long me, String text, long after, int limit) {
    TypedQuery<Found> query =
        entities.createQuery(
            SELECT
                + """
                where (r.type = 'public' or m.userId is not null) and r.id > :after
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
