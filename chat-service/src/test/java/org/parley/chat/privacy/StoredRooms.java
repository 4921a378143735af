package org.parley.chat.privacy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.parley.chat.platform.MigratedDatabase;
import org.parley.contract.it.DatabaseForTests;

/** Rooms in a database of their own, written there by hand. */
final class StoredRooms implements AutoCloseable {

  private final DatabaseForTests database;

  StoredRooms() throws IOException, SQLException {
    database = MigratedDatabase.start();
  }

  DataSource database() {
    return database.dataSource();
  }

  /** Members joined in this order. */
  long room(String type, Object... rolesAndPeople) throws SQLException {
    String id =
        text(
            "insert into rooms (name, type, created_by) values ('Harbour', '"
                + type
                + "', 1) returning id::text");
    for (int i = 0; i < rolesAndPeople.length; i += 2) {
      execute(
          "insert into room_members (room_id, user_id, role, joined_at)"
              + " values (%s, %s, '%s', now() + interval '%d s')"
                  .formatted(id, rolesAndPeople[i + 1], rolesAndPeople[i], i));
    }
    return Long.parseLong(id);
  }

  void say(long room, long author, int from, int to) throws SQLException {
    execute(
        "insert into messages"
            + " (room_id, seq, sent_change, change_seq, user_id, client_msg_id, sent_hash, content)"
            + " select %d, i, i, i, %d, gen_random_uuid(), '', 'by %d' from generate_series(%d, %d) i"
                .formatted(room, author, author, from, to));
  }

  String roles(long room) throws SQLException {
    return text(
        "select string_agg(user_id || '=' || role, ',' order by user_id) from room_members where room_id = "
            + room);
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  String text(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }

  void leave(long room, long person) throws SQLException {
    execute("delete from room_members where room_id = %d and user_id = %d".formatted(room, person));
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
