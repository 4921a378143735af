package org.parley.system.fuzz;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.parley.system.storage.Secrets;
import org.parley.system.support.RunningSystem;

/** What is in both databases; what the probe stores meanwhile is in a room below 1. */
final class Stores implements AutoCloseable {

  /** Of these one row may stand for many. */
  private static final String REFUSAL = "event in ('sign_in_failed', 'admin_claim_refused')";

  /**
   * The first of a minute, which tells when and in which request it was; the others are one row at
   * the end of it, which may be about tests that ran before.
   */
  private static final String REFUSED_SINCE =
      "select count(*) from audit_log where " + REFUSAL + " and request_id <> '' and at >= ?";

  private final Connection users;
  private final Connection chat;
  private final Instant opened = Instant.now();
  private final Map<String, Long> before;

  Stores(RunningSystem system) throws SQLException {
    Secrets secrets = Secrets.of(Path.of(system.description().dataFolder()));
    int port = system.description().postgres().port();
    this.users = open(port, "parley_users", secrets.users());
    this.chat = open(port, "parley_chat", secrets.chat());
    this.before = counts();
  }

  private static Connection open(int port, String name, String password) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + name, name, password);
  }

  /** How many of each have come since the beginning. */
  Map<String, Long> added() throws SQLException {
    Map<String, Long> added = counts();
    before.forEach((what, number) -> added.merge(what, -number, Long::sum));
    return added;
  }

  private Map<String, Long> counts() throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("users", number(users, "select count(*) from users"));
    counts.put("sessions", number(users, "select count(*) from sessions"));
    counts.put("audit rows", number(users, "select count(*) from audit_log where not " + REFUSAL));
    counts.put(
        "audited refusals", number(users, REFUSED_SINCE, OffsetDateTime.ofInstant(opened, UTC)));
    counts.put("rooms", number(chat, "select count(*) from rooms where id > 0"));
    counts.put("messages", number(chat, "select count(*) from messages where room_id > 0"));
    return counts;
  }

  private static long number(Connection database, String query, Object... parameters)
      throws SQLException {
    try (PreparedStatement sql = database.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        sql.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Everything somebody has said, as it stands. */
  Set<String> contents(long userId) throws SQLException {
    Set<String> contents = new TreeSet<>();
    try (PreparedStatement sql =
        chat.prepareStatement(
            "select content from messages where user_id = ? and deleted_at is null")) {
      sql.setLong(1, userId);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          contents.add(row.getString(1));
        }
      }
    }
    return contents;
  }

  /** Fails when something came that nobody was told of. */
  void assertNoMoreThan(Map<String, Long> accepted) throws SQLException {
    Map<String, Long> added = added();
    added.forEach(
        (what, number) ->
            assertThat(number)
                .as("%s, where %s were accepted", added, accepted)
                .isLessThanOrEqualTo(accepted.getOrDefault(what, 0L)));
  }

  @Override
  public void close() throws SQLException {
    users.close();
    chat.close();
  }
}
