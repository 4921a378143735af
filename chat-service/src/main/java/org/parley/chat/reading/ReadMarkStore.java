package org.parley.chat.reading;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.parley.chat.identity.Person;

/** Moves pointers. SQL by hand ({@code mark_read}): one statement, which commits by itself. */
@ApplicationScoped
class ReadMarkStore {

  private static final String MARK =
      "select last_read_seq, moved, unread, mentions, last_seq from mark_read(?, ?, ?, ?)";

  /**
   * Where a pointer stands.
   *
   * @param moved whether it was before that by this
   */
  record Pointer(ReadCount count, boolean moved) {}

  /** Not shareable: see the log's statements. */
  @Resource(lookup = "jdbc/parley", shareable = false)
  private DataSource database;

  ReadMarkStore() {} // the container gives it the database

  ReadMarkStore(DataSource database) {
    this.database = database;
  }

  /** Moves it on to this seq at most; empty for who is no member. */
  Optional<Pointer> mark(long roomId, Person person, long seq) {
    try (Connection connection = database.getConnection();
        PreparedStatement mark = connection.prepareStatement(MARK)) {
      mark.setLong(1, roomId);
      mark.setLong(2, person.id());
      mark.setString(3, person.username());
      mark.setLong(4, seq);
      try (ResultSet row = mark.executeQuery()) {
        return row.next() ? Optional.of(pointer(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("what was read of room " + roomId + " is not kept", e);
    }
  }

  private static Pointer pointer(ResultSet row) throws SQLException {
    ReadState state =
        new ReadState(row.getLong("last_read_seq"), row.getInt("unread"), row.getInt("mentions"));
    return new Pointer(new ReadCount(state, row.getLong("last_seq")), row.getBoolean("moved"));
  }
}
