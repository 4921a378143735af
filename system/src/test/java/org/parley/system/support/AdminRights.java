package org.parley.system.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.parley.system.storage.Secrets;

/**
 * Who is an admin, given and taken in the database: a running system has its first one only once.
 */
public final class AdminRights {

  private static final String DATABASE = "parley_users";

  private AdminRights() {}

  /** The person as an admin, in a session that says so. */
  public static Visitor give(RunningSystem system, Visitor visitor) {
    execute(system, "update users set role = 'admin' where id = " + visitor.id());
    return visitor.signInAgain(system);
  }

  /** Nobody is an admin. */
  public static void takeFromAll(RunningSystem system) {
    execute(system, "update users set role = 'user' where role = 'admin'");
  }

  private static void execute(RunningSystem system, String sql) {
    String url =
        "jdbc:postgresql://127.0.0.1:" + system.description().postgres().port() + "/" + DATABASE;
    String password = Secrets.of(Path.of(system.description().dataFolder())).users();
    try (Connection database = DriverManager.getConnection(url, DATABASE, password);
        Statement statement = database.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
