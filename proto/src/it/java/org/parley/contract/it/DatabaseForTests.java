package org.parley.contract.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A PostgreSQL of its own, empty, with one database and its owner of the same name. */
public final class DatabaseForTests implements AutoCloseable {

  /** The owner's. */
  static final String PASSWORD = "test";

  private final EmbeddedPostgres postgres;
  private final String name;

  private DatabaseForTests(EmbeddedPostgres postgres, String name) {
    this.postgres = postgres;
    this.name = name;
  }

  public static DatabaseForTests start(String name) throws IOException, SQLException {
    DatabaseForTests database = new DatabaseForTests(EmbeddedPostgres.start(), name);
    database.asAdmin("create role %s login password '%s'".formatted(name, PASSWORD));
    database.asAdmin("create database %s owner %s".formatted(name, name));
    return database;
  }

  /** As {@code PARLEY_DB_URL}; see {@link #name()} for the user. */
  public String url() {
    return "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), name);
  }

  /** The database, and the role that owns it. */
  public String name() {
    return name;
  }

  int port() {
    return postgres.getPort();
  }

  /** Connections of the owner, unpooled. */
  public DataSource dataSource() {
    return postgres.getDatabase(name, name);
  }

  private void asAdmin(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
