package org.parley.users.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of the server under test. */
public final class UsersDatabase {

  private static final String NAME = "parley_users";

  /** See DatabaseForTests. */
  private static final String PASSWORD = "test";

  private UsersDatabase() {}

  /** As the one who may do everything. */
  public static void execute(String sql) throws SQLException {
    try (Connection connection = asAdmin();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** As the service connects. */
  public static Connection asTheService() throws SQLException {
    return connect(NAME, PASSWORD);
  }

  /** As the one who may do everything. */
  public static Connection asAdmin() throws SQLException {
    return connect("postgres", "postgres");
  }

  private static Connection connect(String role, String password) throws SQLException {
    String url =
        "jdbc:postgresql://localhost:" + Integer.getInteger("parley.it.database.port") + "/" + NAME;
    return DriverManager.getConnection(url, role, password);
  }
}
