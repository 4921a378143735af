package org.parley.users.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.users.support.Clients.PASSWORD;
import static org.parley.users.support.Clients.api;
import static org.parley.users.support.Clients.refreshInBody;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.users.support.Api.Answer;
import org.parley.users.support.Person;
import org.parley.users.support.StoredSessions;
import org.parley.users.support.UserServiceArchive;
import org.parley.users.support.UsersDatabase;

/** What admins do to people, and who may not. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AdminIT {

  private static final String USERS = "/api/v1/admin/users";

  @Deployment
  static WebArchive service() {
    return UserServiceArchive.create();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /audit",
    "GET, /users",
    "POST, /users/1/deactivate",
    "POST, /users/1/activate",
    "POST, /users/1/logout",
    "PUT, /users/1/role"
  })
  void isForAdminsOnly(String method, String path) throws Exception {
    String address = "/api/v1/admin" + path;
    String body = "{\"role\":\"admin\"}";
    assertThat(api().send(method, address, body).text("code")).isEqualTo("unauthorized");
    Person user = Person.signIn(someUser());
    assertThat(user.send(method, address, body).text("code")).isEqualTo("forbidden");
    user.post("/api/v1/users/logout", "");
    assertThat(user.send(method, address, body).text("code"))
        .as("who is no admin, and signed out")
        .isEqualTo("unauthorized");

    Person was = Person.admin("was-admin-" + method.toLowerCase(Locale.ROOT) + path.hashCode());
    UsersDatabase.execute("update users set role = 'user' where id = " + was.id());
    assertThat(was.send(method, address, body).text("code"))
        .as("whose token says more than the database")
        .isEqualTo("forbidden");
    UsersDatabase.execute("update users set role = 'admin' where id = " + was.id());
    was.post("/api/v1/users/logout", "");
    assertThat(was.send(method, address, body).text("code"))
        .as("whose session has ended")
        .isEqualTo("unauthorized");
  }

  @Test
  void deactivatesAndActivatesPeople() throws Exception {
    Person admin = Person.admin("deactivates");
    Person bob = Person.register("deactivated");
    String here = USERS + "/" + bob.id();

    assertThat(admin.post(here + "/deactivate", "").status()).isEqualTo(200);
    assertThat(refreshInBody(bob.refreshToken()).text("code")).isEqualTo("invalid_refresh_token");
    assertThat(Person.tryToSignIn("deactivated", PASSWORD).text("code"))
        .isEqualTo("account_deactivated");
    assertThat(Person.tryToSignIn("deactivated", "wrong").text("code"))
        .isEqualTo("invalid_credentials");
    StoredSessions.awaitRow(
        "audit_log where event = 'sign_in_failed' and subject_id = " + bob.id());
    assertThat(admin.get(USERS + "?query=DEACTIVATED").body().at("/users/0").has("deactivated_at"))
        .isTrue();

    assertThat(admin.post(here + "/deactivate", "").status()).as("again").isEqualTo(200);
    assertThat(admin.post(here + "/activate", "").status()).isEqualTo(200);
    assertThat(Person.tryToSignIn("deactivated", PASSWORD).status()).isEqualTo(200);
    assertThat(events(admin, bob))
        .containsExactly(
            "signed_in",
            "account_activated",
            "sign_in_failed",
            "account_deactivated",
            "registered");
    assertThat(admin.post(USERS + "/9007199254740991/deactivate", "").text("code"))
        .isEqualTo("not_found");
  }

  @Test
  void endsAllSessionsOfAPerson() throws Exception {
    Person admin = Person.admin("ends-sessions");
    Person bob = Person.register("sent-away");
    Person phone = Person.signIn("sent-away");
    Person other = Person.register("not-ended");

    assertThat(admin.post(USERS + "/" + bob.id() + "/logout", "").status()).isEqualTo(200);
    assertThat(refreshInBody(bob.refreshToken()).status()).isEqualTo(401);
    assertThat(refreshInBody(phone.refreshToken()).status()).isEqualTo(401);
    assertThat(refreshInBody(other.refreshToken()).status()).isEqualTo(200);
    assertThat(Person.tryToSignIn("sent-away", PASSWORD).status()).isEqualTo(200);
    assertThat(events(admin, bob)).contains("all_sessions_revoked");
  }

  @Test
  void givesRightsThatComeWithTheNextTokenAndGoAtOnce() throws Exception {
    Person admin = Person.admin("gives-rights");
    Person bob = Person.register("gets-rights");
    String role = USERS + "/" + bob.id() + "/role";

    assertThat(admin.send("PUT", role, "{\"role\":\"admin\"}").status()).isEqualTo(200);
    Answer refreshed = refreshInBody(bob.refreshToken());
    Person promoted =
        new Person(bob.id(), bob.name(), refreshed.text("token"), refreshed.text("refresh_token"));
    assertThat(promoted.get(USERS).status()).isEqualTo(200);

    assertThat(admin.send("PUT", role, "{\"role\":\"user\"}").status()).isEqualTo(200);
    assertThat(promoted.get(USERS).text("code")).isEqualTo("forbidden");
    assertThat(events(admin, bob))
        .containsExactly("admin_withdrawn", "admin_granted", "registered");

    assertThat(admin.send("PUT", role, "{\"role\":\"king\"}").text("code"))
        .isEqualTo("validation_failed");
    assertThat(admin.send("PUT", role, "{}").text("code")).isEqualTo("validation_failed");
  }

  @Test
  void leavesTheLastAdmin() throws Exception {
    Person one = Person.admin("last-but-one");
    Person other = Person.admin("last");
    UsersDatabase.execute(
        "update users set role = 'user' where id not in (" + one.id() + ", " + other.id() + ")");

    // Both at once: each takes the other's rights, and one of them comes late.
    List<CompletableFuture<Answer>> asked =
        List.of(
            CompletableFuture.supplyAsync(() -> withdraw(one, other)),
            CompletableFuture.supplyAsync(() -> withdraw(other, one)));
    assertThat(asked.stream().map(answer -> answer.join().status()))
        .contains(200)
        .allMatch(status -> status == 200 || status == 403 || status == 409)
        .isNotEqualTo(List.of(200, 200));

    Person left = asked.getFirst().join().status() == 200 ? one : other;
    assertThat(withdraw(left, left).text("code")).isEqualTo("conflict");
    assertThat(
            left.send("PUT", USERS + "/" + left.id() + "/role", "{\"role\":\"king\"}").text("code"))
        .as("what is no role is judged first")
        .isEqualTo("validation_failed");
    assertThat(left.post(USERS + "/" + left.id() + "/deactivate", "").text("code"))
        .isEqualTo("conflict");
    assertThat(left.get(USERS).status()).isEqualTo(200);
  }

  @Test
  void findsPeopleByPartOfTheirNameWithoutTheirAddresses() throws Exception {
    Person admin = Person.admin("finds");
    for (int i = 0; i < 3; i++) {
      Person.register("found_" + i);
    }
    Answer first = admin.get(USERS + "?query=Found_&limit=2");
    assertThat(first.body().path("users").findValuesAsText("username"))
        .containsExactly("found_2", "found_1");
    assertThat(first.body().path("has_more").asBoolean()).isTrue();
    assertThat(first.raw().body()).doesNotContain("@");
    Answer second =
        admin.get(USERS + "?query=found_&before=" + first.body().at("/users/1/id").asLong());
    assertThat(second.body().path("users").findValuesAsText("username")).containsExactly("found_0");
    assertThat(second.body().path("has_more").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"limit=0", "limit=101", "before=x", "event=nothing", "subject_id=x"})
  void refusesQuestionsThatAreNone(String query) throws Exception {
    Person admin = Person.admin("asks-" + query.hashCode());
    assertThat(admin.get("/api/v1/admin/audit?" + query).text("code"))
        .isEqualTo("validation_failed");
  }

  private static String someUser() throws Exception {
    String name = "some-user";
    if (Person.tryToSignIn(name, PASSWORD).status() != 200) {
      Person.register(name);
    }
    return name;
  }

  private static Answer withdraw(Person admin, Person from) {
    try {
      return admin.send("PUT", USERS + "/" + from.id() + "/role", "{\"role\":\"user\"}");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Newest first. */
  private static List<String> events(Person admin, Person of) throws Exception {
    Answer answer = admin.get("/api/v1/admin/audit?limit=100&subject_id=" + of.id());
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    return answer.body().path("entries").findValuesAsText("event");
  }
}
