package org.parley.system.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Who may connect to PostgreSQL. Every connection needs its password; only between the making of a
 * new database folder and the first setting of the passwords the superuser gets in from this
 * machine without one.
 */
record PostgresAccess(Path dataFolder, Secrets secrets) {

  private static final String PASSWORDS_SET =
      """
      # Written by Parley's local system. Roles reach their own database only, from this machine only.
      host  all           postgres      127.0.0.1/32  scram-sha-256
      host  parley_users  parley_users  127.0.0.1/32  scram-sha-256
      host  parley_chat   parley_chat   127.0.0.1/32  scram-sha-256
      """;

  private static final String NO_PASSWORD_YET =
      """
      # Written by Parley's local system, for the moment until the passwords are set.
      host  all           postgres      127.0.0.1/32  trust
      """;

  /** Called between initdb and the start of the server. */
  void prepare() {
    if (!PASSWORDS_SET.equals(read())) {
      write(NO_PASSWORD_YET);
    }
  }

  /**
   * Roles, databases and rights, as often as wanted: what is there is kept, passwords are set
   * again.
   */
  void grant(DataSource asSuperuser) throws SQLException {
    try (Connection connection = asSuperuser.getConnection();
        Statement sql = connection.createStatement()) {
      createRole(sql, "parley_users", secrets.users());
      createRole(sql, "parley_chat", secrets.chat());
      // By default everybody may connect to every database.
      sql.execute(
          "REVOKE CONNECT ON DATABASE postgres, template1, parley_users, parley_chat FROM PUBLIC");
      sql.execute("ALTER ROLE postgres PASSWORD '" + secrets.superuser() + "'");
      if (!PASSWORDS_SET.equals(read())) {
        write(PASSWORDS_SET);
        sql.execute("SELECT pg_reload_conf()");
      }
    }
  }

  /**
   * A role that owns the database of the same name. Names are ours and passwords hex, so neither
   * needs quoting.
   */
  private static void createRole(Statement sql, String name, String password) throws SQLException {
    if (!exists(sql, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
      sql.execute("CREATE ROLE " + name + " LOGIN");
    }
    sql.execute("ALTER ROLE " + name + " PASSWORD '" + password + "'");
    if (!exists(sql, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
      sql.execute("CREATE DATABASE " + name + " OWNER " + name);
    }
  }

  private static boolean exists(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      return rows.next();
    }
  }

  private String read() {
    try {
      return Files.readString(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String rules) {
    try {
      Files.writeString(file(), rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file() {
    return dataFolder.resolve("pg_hba.conf");
  }
}
