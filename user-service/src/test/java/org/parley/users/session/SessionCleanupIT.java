package org.parley.users.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.users.support.Clients.PASSWORD;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.users.account.NewAccount;
import org.parley.users.account.Passwords;
import org.parley.users.support.UserServiceArchive;

/** What goes by itself of sessions, and what stays. */
@ExtendWith(ArquillianExtension.class)
class SessionCleanupIT {

  @Inject private Passwords passwords;
  @Inject private Sessions sessions;
  @Inject private SessionCleanup cleanup;
  @Inject private SessionStore sessionStore;
  @Inject private RefreshTokenStore tokenStore;
  @Inject private UserTransaction transaction;

  @Deployment
  static WebArchive service() {
    return UserServiceArchive.create();
  }

  @Test
  void deletesExpiredTokensAndLeavesTheOthers() throws Exception {
    long expired = session("expired.token");
    long good = session("good.token");
    execute(
        "update refresh_tokens set created_at = now() - interval '31 days',"
            + " expires_at = now() - interval '1 day' where session_id = "
            + expired);

    cleanup.run();

    assertThat(count("refresh_tokens where session_id = " + expired)).isZero();
    assertThat(count("refresh_tokens where session_id = " + good)).isEqualTo(1);
    assertThat(count("sessions where id = " + expired)).as("it is told to its person").isEqualTo(1);
  }

  @Test
  void deletesSessionsNobodyUsedForASeasonAndLeavesTheOthers() throws Exception {
    long dead = session("dead.long");
    long resting = session("dead.lately");
    long revoked = session("revoked.lately");
    unusedFor(91, dead);
    unusedFor(89, resting);
    unusedFor(91, revoked);
    execute("update sessions set revoked_at = now() - interval '1 day' where id = " + revoked);

    cleanup.run();

    assertThat(count("sessions where id = " + dead)).isZero();
    assertThat(count("refresh_tokens where session_id = " + dead)).isZero();
    assertThat(count("sessions where id = " + resting)).isEqualTo(1);
    assertThat(count("sessions where id = " + revoked)).as("services may not know").isEqualTo(1);
  }

  @Test
  void deletesNothingByAClockThatIsAhead() throws Exception {
    long session = session("ahead.clock");
    Instant ahead = Instant.now().plus(Duration.ofDays(365));

    transaction.begin();
    tokenStore.deleteExpired(ahead, SessionCleanup.BATCH);
    sessionStore.deleteUnusedFor(Duration.ofDays(90), ahead, SessionCleanup.BATCH);
    transaction.commit();

    assertThat(count("refresh_tokens where session_id = " + session)).isEqualTo(1);
  }

  @Test
  void deletesMoreThanABatch() throws Exception {
    long session = session("many.tokens");
    execute(
        "insert into refresh_tokens (hash, session_id, created_at, expires_at)"
            + " select lpad(i::text, 43, '0'), "
            + session
            + ", now() - interval '31 days', now() - interval '1 day'"
            + " from generate_series(1, "
            + (2 * SessionCleanup.BATCH + 1)
            + ") i");

    cleanup.run();

    assertThat(count("refresh_tokens where session_id = " + session)).isEqualTo(1);
  }

  private long session(String name) {
    return sessions
        .register(passwords.accept(new NewAccount(name, name + "@example.org", PASSWORD)), "test")
        .sessionId();
  }

  private static void unusedFor(int days, long session) throws Exception {
    execute(
        """
        update sessions set created_at = now() - interval '%1$d days',
               last_used_at = now() - interval '%1$d days' where id = %2$d
        """
            .formatted(days, session));
  }

  private static void execute(String sql) throws Exception {
    try (Connection connection = database();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static long count(String rows) throws Exception {
    try (Connection connection = database();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from " + rows)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The server's own. */
  @SuppressWarnings("BanJNDI") // the name is server.xml's, not input
  private static Connection database() throws NamingException, SQLException {
    return InitialContext.<DataSource>doLookup("jdbc/parley").getConnection();
  }
}
