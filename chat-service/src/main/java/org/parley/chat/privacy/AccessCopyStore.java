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
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Whom one person let into rooms, and out of which they were put, in pages. */
@ApplicationScoped
class AccessCopyStore {

  private static final String INVITATIONS =
      """
      select id, room_id, created_at, expires_at, max_uses, uses
      from invitations where created_by = ? and id > ? order by id limit ?
      """;

  private static final String REMOVALS =
      """
      select room_id, removed_at
      from room_removals where user_id = ? and room_id > ? order by room_id limit ?
      """;

  /** A link they made; without its token, which nobody has any more but who was given it. */
  record InvitationCopy(
      long id,
      long roomId,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Integer maxUses,
      int uses) {}

  /** When an owner removed them from a room, and last. */
  record RemovalCopy(long roomId, Instant removedAt) {}

  @Resource(lookup = "jdbc/parley", shareable = false)
  private DataSource database;

  AccessCopyStore() {} // the container gives it the database

  AccessCopyStore(DataSource database) {
    this.database = database;
  }

  /** Their invitations after this one, in the order of their ids. */
  List<InvitationCopy> invitations(long userId, long after, int limit) {
    return page(INVITATIONS, userId, after, limit, AccessCopyStore::invitation);
  }

  /** Their removals from rooms after this one, in the order of the rooms' ids. */
  List<RemovalCopy> removals(long userId, long after, int limit) {
    return page(
        REMOVALS,
        userId,
        after,
        limit,
        row -> new RemovalCopy(row.getLong("room_id"), time(row, "removed_at")));
  }

  private <T> List<T> page(String sql, long userId, long after, int limit, Reader<T> reader) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, userId);
      query.setLong(2, after);
      query.setInt(3, limit);
      List<T> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(reader.read(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("invitations of a person cannot be read", e);
    }
  }

  private static InvitationCopy invitation(ResultSet row) throws SQLException {
    return new InvitationCopy(
        row.getLong("id"),
        row.getLong("room_id"),
        time(row, "created_at"),
        time(row, "expires_at"),
        row.getObject("max_uses", Integer.class),
        row.getInt("uses"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
