package org.parley.users.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.users.support.Clients.PASSWORD;
import static org.parley.users.support.Clients.refreshInBody;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.users.support.Person;
import org.parley.users.support.StoredSessions;
import org.parley.users.support.UserClient;
import org.parley.users.support.UserServiceArchive;
import org.parley.users.support.UsersDatabase;

/** The audit log on a real PostgreSQL: what is in it, and that nobody takes it out. */
@ExtendWith(ArquillianExtension.class)
class AuditLogIT {

  /** As docs/operations.md has it. */
  private static final String RETENTION =
      """
      begin;
      alter table audit_log disable trigger audit_log_append_only;
      delete from audit_log where at < now() - interval '1 year';
      alter table audit_log enable always trigger audit_log_append_only;
      commit;
      """;

  @Inject private Audit audit;
  @Inject private UserTransaction transaction;

  @Deployment
  static WebArchive service() {
    return UserServiceArchive.create();
  }

  @Test
  void keepsNothingOfWhatWasRolledBack() throws Exception {
    long user = 4_000_001;
    transaction.begin();
    audit.record(AuditEvent.own(AuditKind.SIGNED_IN, user, 1));
    transaction.rollback();
    assertThat(audit.about(user, 0, 10)).isEmpty();

    audit.record(AuditEvent.by(3, AuditKind.ADMIN_GRANTED, user));
    assertThat(audit.about(user, 0, 10))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.event()).isEqualTo("admin_granted");
              assertThat(entry.actorId()).isEqualTo(3);
              assertThat(entry.sessionId()).isNull();
            });
  }

  @Test
  @RunAsClient
  void tellsOfSignInsAndOfWhatFailedWithoutAnythingThatWasTyped() throws Exception {
    Person ann = Person.register("audited");
    Person again = Person.signIn("audited");
    Person.tryToSignIn("audited", "a secret that is wrong");
    Person.tryToSignIn("a secret in the wrong field", "audited");
    StoredSessions.awaitRow(failuresOf(ann));
    again.post("/api/v1/users/logout", "");

    assertThat(events(ann.id()))
        .containsExactly("registered", "signed_in", "sign_in_failed", "signed_out");
    assertThat(text("select string_agg(a::text, '|') from audit_log a"))
        .doesNotContain("secret", "audited@");
    assertThat(
            text(
                "select string_agg(distinct address || user_agent || (request_id <> ''), ' ')"
                    + " from audit_log where subject_id = "
                    + ann.id()))
        .contains("127.0.0.1", "Java-http-client", "true");
  }

  @Test
  @RunAsClient
  void tellsWhereCallsOverGrpcComeFrom() throws Exception {
    Person ann = Person.register("calls");
    try (UserClient client = new UserClient(ann.token())) {
      client.logOut();
    }
    String origin =
        "select address || ' ' || user_agent from audit_log where event = 'signed_out' and subject_id = ";
    assertThat(text(origin + ann.id())).startsWith("127.0.0.1 grpc-java");
  }

  @Test
  @RunAsClient
  void tellsOfSessionsThatPeopleEndAndOfAnotherPassword() throws Exception {
    Person ann = Person.register("busy-hands");
    Person phone = Person.signIn("busy-hands");
    String sessions = "/api/v1/users/me/sessions";
    long phones = phone.get(sessions).body().at("/sessions/0/id").asLong();
    assertThat(ann.send("DELETE", sessions + "/" + phones, "").status()).isEqualTo(200);
    Person.signIn("busy-hands");
    for (int i = 0; i < 2; i++) { // the second time there is nothing to end
      assertThat(ann.send("DELETE", sessions + "?keep_current=true", "").status()).isEqualTo(200);
    }
    String change =
        "{\"current_password\":\"" + PASSWORD + "\",\"new_password\":\"louder river 43\"}";
    assertThat(ann.send("PUT", "/api/v1/users/me/password", change).status()).isEqualTo(200);
    assertThat(ann.send("PUT", "/api/v1/users/me/password", change).status()).isEqualTo(403);
    StoredSessions.awaitRow(failuresOf(ann));

    assertThat(events(ann.id()))
        .containsExactly(
            "registered",
            "signed_in",
            "session_revoked",
            "signed_in",
            "all_sessions_revoked",
            "password_changed",
            "sign_in_failed");
  }

  @Test
  @RunAsClient
  void tellsOfATokenThatCameBackThoughItWasRefused() throws Exception {
    Person ann = Person.register("copied-from");
    assertThat(refreshInBody(ann.refreshToken()).status()).isEqualTo(200);
    StoredSessions.ageUsedTokens(ann.id());
    assertThat(refreshInBody(ann.refreshToken()).status()).isEqualTo(401);
    assertThat(events(ann.id())).containsExactly("registered", "refresh_token_reused");
    assertThat(
            text(
                "select coalesce(actor_id::text, 'nobody') from audit_log"
                    + " where event = 'refresh_token_reused' and subject_id = "
                    + ann.id()))
        .isEqualTo("nobody");
  }

  @Test
  @RunAsClient
  void isALineOfItsOwnInTheLog() throws Exception {
    Person ann = Person.register("logged");
    Path log =
        Path.of(
            System.getProperty("liberty.user.dir"),
            "servers",
            System.getProperty("parley.it.server"),
            "logs",
            "messages.log");
    assertThat(log)
        .content()
        .contains("org.parley.audit", "registered by user " + ann.id() + " in session ");
  }

  @Test
  @RunAsClient
  void refusesEveryChangeToTheServiceAndToSuperusers() throws Exception {
    Person.register("append-only");
    for (boolean superuser : new boolean[] {false, true}) {
      try (Connection connection =
          superuser ? UsersDatabase.asAdmin() : UsersDatabase.asTheService()) {
        for (String change :
            List.of(
                "update audit_log set actor_id = 1",
                "delete from audit_log",
                "delete from audit_log where id < 0",
                "truncate audit_log")) {
          assertRefused(connection, change);
        }
        if (superuser) {
          execute(connection, "set session_replication_role = replica");
          assertRefused(connection, "delete from audit_log");
        }
      }
    }
  }

  @Test
  @RunAsClient
  void isShortenedByTheOperatorOnly() throws Exception {
    Person.register("remembered");
    try (Connection operator = UsersDatabase.asAdmin()) {
      execute(
          operator,
          "insert into audit_log (at, event, times, address, user_agent, request_id)"
              + " values (now() - interval '2 years', 'signed_in', 1, '', '', '')");
      execute(operator, RETENTION);
      assertThat(text("select count(*)::text from audit_log where at < now() - interval '1 year'"))
          .isEqualTo("0");
      assertThat(text("select (count(*) > 0)::text from audit_log")).isEqualTo("true");
      assertRefused(operator, "delete from audit_log");
    }
  }

  private static String failuresOf(Person person) {
    return "audit_log where event = 'sign_in_failed' and subject_id = " + person.id();
  }

  private static void assertRefused(Connection connection, String change) {
    assertThatThrownBy(() -> execute(connection, change))
        .as(change)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("append-only");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> events(long user) throws SQLException {
    String all =
        text("select string_agg(event, ',' order by id) from audit_log where subject_id = " + user);
    return List.of(all.split(","));
  }

  private static String text(String query) throws SQLException {
    try (Connection connection = UsersDatabase.asTheService();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
