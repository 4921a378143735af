package org.parley.users.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The database of the server under test, put into a state that otherwise takes time to come. */
public final class StoredSessions {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private StoredSessions() {}

  /** Every refresh token that was used was so a minute ago, longer than its grace. */
  public static void ageUsedTokens(long userId) throws SQLException {
    execute(
        "update refresh_tokens set used_at = used_at - interval '1 minute' where session_id in"
            + " (select id from sessions where user_id = "
            + userId
            + ")");
  }

  /** Every refresh token of the person is a minute older. */
  public static void ageTokens(long userId) throws SQLException {
    execute(
        "update refresh_tokens set used_at = used_at - interval '1 minute',"
            + " created_at = created_at - interval '1 minute',"
            + " expires_at = expires_at - interval '1 minute' where session_id in"
            + " (select id from sessions where user_id = "
            + userId
            + ")");
  }

  /** The person's sessions lay in a drawer for a month. */
  public static void ageSessions(long userId) throws SQLException {
    execute(
        "update sessions set created_at = created_at - interval '31 days',"
            + " last_used_at = last_used_at - interval '31 days' where user_id = "
            + userId);
  }

  /** The person's password is hashed as it was years ago. */
  public static void storeHash(long userId, String hash) throws SQLException {
    execute("update users set password_hash = '" + hash + "' where id = " + userId);
  }

  /** How many rows a query counts. */
  public static long count(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from " + query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Waits for what is written down a moment after its request was answered. */
  public static void awaitRow(String query) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (count(query) == 0) {
      assertThat(System.nanoTime()).as(query).isLessThan(deadline);
      NEVER.await(50, TimeUnit.MILLISECONDS);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static Connection connect() throws SQLException {
    String url =
        "jdbc:postgresql://localhost:"
            + Integer.getInteger("parley.it.database.port")
            + "/parley_users";
    return DriverManager.getConnection(url, "postgres", "postgres");
  }
}
