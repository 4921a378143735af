package org.parley.chat.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/** Looks at the log, and makes rooms for it, past all code of the service. */
final class Log {

  private Log() {}

  /** A new public room with these members; its id. */
  static long room(DataSource database, LongStream members) throws SQLException {
    long room =
        numbers(
                database,
                "insert into rooms (name, type, created_by) values ('room', 'public', 1) returning id")
            .getFirst();
    String rows =
        members
            .mapToObj(id -> "(" + room + "," + id + ",'member')")
            .collect(Collectors.joining(","));
    numbers(
        database,
        "insert into room_members (room_id, user_id, role) values " + rows + " returning user_id");
    return room;
  }

  static void endMembership(DataSource database, long room, long userId) throws SQLException {
    numbers(
        database,
        "delete from room_members where room_id = %d and user_id = %d returning user_id"
            .formatted(room, userId));
  }

  /** All numbers of all rows, one after another. */
  static List<Long> numbers(DataSource database, String sql) throws SQLException {
    return texts(database, sql).stream().map(Long::valueOf).toList();
  }

  /** All values of all rows, one after another. */
  static List<String> texts(DataSource database, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement call = connection.createStatement();
        ResultSet rows = call.executeQuery(sql)) {
      while (rows.next()) {
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          values.add(rows.getString(column));
        }
      }
    }
    return values;
  }
}
