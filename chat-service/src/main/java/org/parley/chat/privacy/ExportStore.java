package org.parley.chat.privacy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What one person left here, in pages. Each is a statement of its own, found by an index that is
 * there for another reason: the log must not pay on every send for what somebody asks once a year.
 */
@ApplicationScoped
class ExportStore {

  /**
   * Whoever wrote in a room is a member of it or was one, and is kept then: nobody else's rooms are
   * looked at. The probe's room has a number below those of people's.
   */
  static final String ROOMS =
      """
      select r.id, r.name, r.type, m.role, m.joined_at, m.last_read_seq, m.muted,
             case when r.type = 'direct' then (
                 select p.user_id from room_members p where p.room_id = r.id and p.user_id <> m.user_id
             ) end as peer_id
      from (select room_id from room_members where user_id = ? and room_id > ?
            union
            select room_id from former_authors where user_id = ? and room_id > ?
            order by room_id limit ?) o
      join rooms r on r.id = o.room_id
      left join room_members m on m.room_id = o.room_id and m.user_id = ?
      order by r.id
      """;

  /** In the order of messages_client_msg_id_unique. */
  private static final String MESSAGES =
      "select id, seq, content, created_at, edited_at, deleted_at, client_msg_id, reply_to"
          + " from messages where room_id = ? and user_id = ? and client_msg_id ";

  private static final String IN_ORDER = " order by client_msg_id limit ?";
  private static final String FIRST = MESSAGES + ">= ?" + IN_ORDER;
  private static final String NEXT = MESSAGES + "> ?" + IN_ORDER;

  /** Where to begin; none is before it, and somebody may have sent this very one. */
  static final UUID NIL = new UUID(0, 0);

  @Resource(lookup = "jdbc/parley", shareable = false)
  private DataSource database;

  ExportStore() {} // the container gives it the database

  ExportStore(DataSource database) {
    this.database = database;
  }

  /** Rooms after this one, in the order of their ids. */
  List<RoomCopy> rooms(long userId, long after, int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(ROOMS)) {
      query.setLong(1, userId);
      query.setLong(2, after);
      query.setLong(3, userId);
      query.setLong(4, after);
      query.setInt(5, limit);
      query.setLong(6, userId);
      List<RoomCopy> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(room(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("rooms of a person cannot be read", e);
    }
  }

  /** Messages in a room after this one, in the order of their {@code client_msg_id}. */
  List<MessageCopy> messages(long userId, long roomId, UUID after, int limit) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(after.equals(NIL) ? FIRST : NEXT)) {
      query.setLong(1, roomId);
      query.setLong(2, userId);
      query.setObject(3, after);
      query.setInt(4, limit);
      List<MessageCopy> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(message(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("messages of a person cannot be read", e);
    }
  }

  private static RoomCopy room(ResultSet row) throws SQLException {
    String type = row.getString("type");
    RoomCopy.@Nullable Membership membership = membership(row);
    boolean hasName = !type.equals("direct") && (membership != null || type.equals("public"));
    return new RoomCopy(
        row.getLong("id"),
        hasName ? row.getString("name") : null,
        type,
        row.getObject("peer_id", Long.class),
        membership);
  }

  private static RoomCopy.@Nullable Membership membership(ResultSet row) throws SQLException {
    String role = row.getString("role");
    return role == null
        ? null
        : new RoomCopy.Membership(
            role,
            row.getObject("joined_at", OffsetDateTime.class).toInstant(),
            row.getLong("last_read_seq"),
            row.getBoolean("muted"));
  }

  private static MessageCopy message(ResultSet row) throws SQLException {
    return new MessageCopy(
        row.getLong("id"),
        row.getLong("seq"),
        row.getString("content"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        time(row, "edited_at"),
        time(row, "deleted_at"),
        row.getObject("client_msg_id", UUID.class),
        row.getObject("reply_to", Long.class));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
