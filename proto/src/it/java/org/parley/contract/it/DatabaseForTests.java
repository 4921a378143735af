package org.parley.contract.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A PostgreSQL of its own, empty, with one database and its owner of the same name; in a container
 * or embedded, see {@link ServiceSource}.
 */
public final class DatabaseForTests implements AutoCloseable {

  static final String PASSWORD = "test";

  /**
   * The version of the embedded one, so that a test means the same in both. Not the smaller alpine:
   * its C library sorts text by bytes whatever the locale.
   */
  private static final String IMAGE = "postgres:18.6";

  /** The role that may do everything, and its password; the embedded one asks for none. */
  private static final String ADMIN = "postgres";

  private final String name;
  private final int port;
  private final Closeable server;

  private DatabaseForTests(String name, int port, Closeable server) {
    this.name = name;
    this.port = port;
    this.server = server;
  }

  public static DatabaseForTests start(String name) throws IOException, SQLException {
    DatabaseForTests database =
        switch (ServiceSource.chosen()) {
          case CONTAINERS -> inContainer(name);
          case EMBEDDED -> embedded(name);
        };
    database.asAdmin("create role %s login password '%s'".formatted(name, PASSWORD));
    database.asAdmin("create database %s owner %s".formatted(name, name));
    ServiceSource.announce("PostgreSQL", database.version(), IMAGE);
    return database;
  }

  private static DatabaseForTests inContainer(String name) {
    PostgreSQLContainer container =
        Containers.start(
            IMAGE,
            image ->
                new PostgreSQLContainer(image)
                    .withDatabaseName(ADMIN)
                    .withUsername(ADMIN)
                    .withPassword(ADMIN));
    return new DatabaseForTests(
        name, container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), container::close);
  }

  private static DatabaseForTests embedded(String name) throws IOException {
    EmbeddedPostgres postgres = EmbeddedPostgres.start();
    return new DatabaseForTests(name, postgres.getPort(), postgres);
  }

  /** As {@code PARLEY_DB_URL}; see {@link #name()} for the user. */
  public String url() {
    return "jdbc:postgresql://localhost:%d/%s".formatted(port, name);
  }

  /** The database, and the role that owns it. */
  public String name() {
    return name;
  }

  /** The owner's. */
  public String password() {
    return PASSWORD;
  }

  int port() {
    return port;
  }

  /** Connections of the owner, unpooled. */
  public DataSource dataSource() {
    return dataSource(name, name, PASSWORD);
  }

  private DataSource dataSource(String database, String role, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(role);
    source.setPassword(password);
    return source;
  }

  private void asAdmin(String sql) throws SQLException {
    try (Connection connection = dataSource(ADMIN, ADMIN, ADMIN).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String version() throws SQLException {
    try (Connection connection = dataSource().getConnection();
        Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("show server_version")) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
