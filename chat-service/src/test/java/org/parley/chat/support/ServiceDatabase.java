package org.parley.chat.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of the service under test, seen past the service. */
public final class ServiceDatabase {

  private static final String NAME = "parley_chat";

  private ServiceDatabase() {}

  /** Away until closed: the service's connections are cut and new ones refused. */
  public static final class Outage implements AutoCloseable {

    public Outage() throws SQLException {
      execute("alter role " + NAME + " connection limit 0");
      execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + NAME + "'");
    }

    @Override
    public void close() throws SQLException {
      execute("alter role " + NAME + " connection limit -1");
    }
  }

  /** A room whose row somebody else holds until this is closed. */
  public static final class HeldRoom implements AutoCloseable {

    private final Connection holder = connect();

    public HeldRoom(long roomId) throws SQLException {
      holder.setAutoCommit(false);
      try (Statement lock = holder.createStatement()) {
        lock.execute("select 1 from rooms where id = " + roomId + " for update");
      }
    }

    @Override
    public void close() throws SQLException {
      holder.close();
    }
  }

  public static long membersVersion(long roomId) throws SQLException {
    try (Connection connection = connect();
        Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery("select members_version from rooms where id = " + roomId)) {
      return row.next() ? row.getLong(1) : -1;
    }
  }

  public static void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect() throws SQLException {
    String url =
        "jdbc:postgresql://localhost:" + Integer.getInteger("parley.it.database.port") + "/" + NAME;
    return DriverManager.getConnection(url, "postgres", "postgres");
  }
}
