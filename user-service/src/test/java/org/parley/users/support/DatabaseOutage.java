package org.parley.users.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The database of the server under test, away until closed: its connections are cut and new ones
 * refused.
 */
public final class DatabaseOutage implements AutoCloseable {

  private static final String ROLE = "parley_users";

  public DatabaseOutage() throws SQLException {
    asAdmin("alter role " + ROLE + " connection limit 0");
    asAdmin(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + ROLE + "'");
  }

  @Override
  public void close() throws SQLException {
    asAdmin("alter role " + ROLE + " connection limit -1");
  }

  @Override
  public String toString() {
    return "while the database refuses " + ROLE;
  }

  private static void asAdmin(String sql) throws SQLException {
    String url =
        "jdbc:postgresql://localhost:"
            + Integer.getInteger("parley.it.database.port")
            + "/postgres";
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
