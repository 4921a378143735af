package org.parley.chat.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.parley.chat.identity.Person;
import org.parley.chat.reading.ReadState;

/**
 * Who is let into a room. SQL by hand ({@code admit}), because after a failure thousands come at
 * once: one statement, which commits by itself.
 */
@ApplicationScoped
class AdmissionStore {

  /** With the limit, the members of a room that is not direct are not looked at. */
  private static final String ADMIT =
      """
      select a.*, r.topic, coalesce(m.muted, false) as muted, p.user_id as peer,
          p.username as peer_name
      from admit(?, ?, ?, ?) a join rooms r on r.id = ?
          left join room_members m on m.room_id = r.id and m.user_id = ?
          left join lateral (
              select p.user_id, p.username from room_members p
              where a.type = 'direct' and p.room_id = r.id and p.user_id <> m.user_id
              limit 1
          ) p on true
      """;

  /** Not shareable: see the log's statements. */
  @Resource(lookup = "jdbc/parley", shareable = false)
  private DataSource database;

  AdmissionStore() {} // the container gives it the database

  AdmissionStore(DataSource database) {
    this.database = database;
  }

  /**
   * Lets a person into a room, a public one also as a new member where they may join; empty when
   * there is no room they may know of.
   *
   * @throws IllegalStateException for whatever the database says, also while somebody holds the
   *     room
   */
  Optional<People.Admission> admit(long roomId, Person person, boolean joins) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(ADMIT)) {
      query.setLong(1, roomId);
      query.setLong(2, person.id());
      query.setString(3, person.username());
      query.setBoolean(4, joins);
      query.setLong(5, roomId);
      query.setLong(6, person.id());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(admission(row, roomId)) : Optional.empty();
      }
    } catch (SQLException e) {
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
            role == null ? null : reading(row),
            row.getString("topic"),
            role == null ? null : row.getBoolean("muted"),
            RoomView.peer(row.getObject("peer", Long.class), row.getString("peer_name")));
    return new People.Admission(room, row.getLong("members_version"), row.getBoolean("joined"));
  }

  private static ReadState reading(ResultSet row) throws SQLException {
    return new ReadState(
        row.getLong("last_read_seq"), row.getInt("unread"), row.getInt("mentions"));
  }
}
