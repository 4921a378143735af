package org.parley.chat.lobby;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.parley.chat.identity.Person;

/** Whose room is whose. SQL by hand ({@code open_direct_room}): one statement, one commit. */
@ApplicationScoped
class DirectRoomStore {

  private static final String FIND =
      """
      select d.room_id from direct_rooms d
      where d.low_user_id = least(?, ?) and d.high_user_id = greatest(?, ?)
        and (select count(*) from room_members m where m.room_id = d.room_id) = 2
      """;

  private static final String OPEN = "select * from open_direct_room(?, ?, ?, ?)";

  /** A room of two people, and whether it was made just now. */
  record Opened(long id, boolean isNew) {}

  /** Not shareable: see the log's statements. */
  @Resource(lookup = "jdbc/parley", shareable = false)
  private DataSource database;

  DirectRoomStore() {} // the container gives it the database

  DirectRoomStore(DataSource database) {
    this.database = database;
  }

  /** The room of these two, where both are in it. Throws {@code IllegalStateException}. */
  Optional<Long> find(long one, long other) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(FIND)) {
      query.setLong(1, one);
      query.setLong(2, other);
      query.setLong(3, one);
      query.setLong(4, other);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("direct rooms cannot be read", e);
    }
  }

  /** Makes it, or finds it. Throws {@code IllegalStateException}. */
  Opened open(Person one, Person other) {
    try (Connection connection = database.getConnection();
        PreparedStatement open = connection.prepareStatement(OPEN)) {
      open.setLong(1, one.id());
      open.setString(2, one.username());
      open.setLong(3, other.id());
      open.setString(4, other.username());
      try (ResultSet row = open.executeQuery()) {
        row.next(); // it always returns one
        return new Opened(row.getLong("room_id"), row.getBoolean("opened"));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("no direct room can be opened", e);
    }
  }
}
