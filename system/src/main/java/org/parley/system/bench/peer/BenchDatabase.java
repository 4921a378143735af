package org.parley.system.bench.peer;

import java.sql.Connection;
import java.sql.SQLException;
import org.parley.system.run.LocalSystem;
import org.parley.system.storage.Secrets;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The local system's PostgreSQL, as its superuser.
 *
 * @param password a secret; in no text of ours
 */
public record BenchDatabase(int port, String password) {

  private static final String USER = "postgres";

  public static BenchDatabase of(LocalSystem system) {
    return new BenchDatabase(
        system.description().postgres().port(),
        Secrets.of(system.settings().dataFolder()).superuser());
  }

  /** A connection to one of its databases. */
  public Connection connect(String database) throws SQLException {
    PGSimpleDataSource postgres = new PGSimpleDataSource();
    postgres.setPortNumbers(new int[] {port});
    postgres.setDatabaseName(database);
    postgres.setUser(USER);
    postgres.setPassword(password);
    return postgres.getConnection();
  }

  /** How programs other than Java's are told of it. */
  String url(String database) {
    return "postgresql://" + USER + ":" + password + "@127.0.0.1:" + port + "/" + database;
  }

  @Override
  public String toString() {
    return "BenchDatabase[port=" + port + "]";
  }
}
