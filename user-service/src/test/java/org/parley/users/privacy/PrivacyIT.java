package org.parley.users.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.users.support.Clients.PASSWORD;
import static org.parley.users.support.Clients.api;
import static org.parley.users.support.Clients.directory;
import static org.parley.users.support.Clients.refreshInBody;

import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.contract.directory.v1.DeletedUser;
import org.parley.contract.directory.v1.ListDeletedUsersRequest;
import org.parley.contract.rpc.Protos;
import org.parley.users.support.Api.Answer;
import org.parley.users.support.DirectoryClient;
import org.parley.users.support.Person;
import org.parley.users.support.UserServiceArchive;
import org.parley.users.support.UsersDatabase;

/** What people take along, and what is left of them when they go. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PrivacyIT {

  private static final String ME = "/api/v1/users/me";
  private static final String GOOD = "{\"password\":\"" + PASSWORD + "\"}";

  @Deployment
  static WebArchive service() {
    return UserServiceArchive.create();
  }

  @Test
  void exportsWhatIsKeptAboutOneselfWithoutSecrets() throws Exception {
    Person other = Person.register("not-exported");
    Person ann = Person.register("exports");
    for (int i = 0; i < 3; i++) {
      Person.signIn("exports");
    }
    UsersDatabase.execute(
        "insert into audit_log (at, event, subject_id, times, address, user_agent, request_id)"
            + " select now(), 'signed_in', "
            + ann.id()
            + ", 1, '203.0.113.9', 'anothers device', 'their-request' from generate_series(1, 250)");

    Answer copy = ann.get(ME + "/export");

    assertThat(copy.status()).isEqualTo(200);
    assertThat(copy.header("Content-Disposition")).startsWith("attachment");
    assertThat(copy.header("Cache-Control")).isEqualTo("no-store");
    assertThat(copy.body().at("/account/email").asText()).isEqualTo("exports@example.org");
    assertThat(copy.body().path("sessions")).hasSize(4);
    assertThat(copy.body().path("audit")).hasSize(4 + 250 + 1);
    assertThat(copy.body().path("audit").findValues("subject_id"))
        .allMatch(id -> id.asLong() == ann.id());
    assertThat(copy.raw().body())
        .doesNotContain(
            "hash",
            "argon2",
            "token",
            "203.0.113.9",
            "anothers",
            "their-",
            other.name(),
            ann.refreshToken());
    assertThat(api().get(ME + "/export").text("code")).isEqualTo("unauthorized");
  }

  @Test
  void exportsAFewTimesAnHour() throws Exception {
    Person ann = Person.register("collects");
    for (int i = 0; i < 5; i++) {
      assertThat(ann.get(ME + "/export").status()).isEqualTo(200);
    }
    Answer refused = ann.get(ME + "/export");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text("code")).isEqualTo("rate_limited");
    assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(600L, 720L);
    Person admin = Person.admin("counts-copies");
    Answer audit = admin.get("/api/v1/admin/audit?event=account_exported&subject_id=" + ann.id());
    assertThat(audit.body().path("entries")).hasSize(5);
    assertThat(Person.register("collects-too").get(ME + "/export").status()).isEqualTo(200);
  }

  @Test
  void exportsOneAtATimeAndCountsNoneThatWasRefused() throws Exception {
    Person ann = Person.register("collects-at-once");
    UsersDatabase.execute(
        "insert into audit_log (at, event, subject_id, times, address, user_agent, request_id)"
            + " select now(), 'signed_in', "
            + ann.id()
            + ", 1, '', '', '' from generate_series(1, 5000)");
    assertThat(ann.send("HEAD", ME + "/export", "").status()).isEqualTo(200);

    List<Integer> statuses =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> export(ann)))
            .limit(3)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(statuses).contains(200, 429).containsOnly(200, 429);
    assertThat(export(ann)).as("the place is free again").isEqualTo(200);
    long done = 1 + statuses.stream().filter(status -> status == 200).count();
    Answer audit =
        Person.admin("counts-at-once")
            .get("/api/v1/admin/audit?event=account_exported&subject_id=" + ann.id());
    assertThat(audit.body().path("entries")).hasSize((int) done);
  }

  private static int export(Person person) {
    try {
      return person.get(ME + "/export").status();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void forgetsWhoDeletedTheirAccount() throws Exception {
    Person ann = Person.register("leaves-for-good");
    Person phone = Person.signIn("leaves-for-good");
    Instant before = Instant.now().minusSeconds(60);

    assertThat(api().send("DELETE", ME, GOOD).text("code")).isEqualTo("unauthorized");
    assertThat(ann.send("DELETE", ME, "{}").text("code")).isEqualTo("validation_failed");
    assertThat(ann.send("DELETE", ME, "{\"password\":\"wrong\"}").text("code"))
        .isEqualTo("forbidden");
    assertThat(ann.get(ME).status()).isEqualTo(200);
    assertThat(ann.send("DELETE", ME, GOOD).status()).isEqualTo(200);

    for (Person device : new Person[] {ann, phone}) {
      assertThat(device.get(ME).text("code")).isEqualTo("unauthorized");
      assertThat(device.get(ME + "/export").text("code")).isEqualTo("unauthorized");
      assertThat(device.send("DELETE", ME, GOOD).text("code")).isEqualTo("unauthorized");
      assertThat(refreshInBody(device.refreshToken()).status()).isEqualTo(401);
    }
    for (String name :
        new String[] {"leaves-for-good", "leaves-for-good@example.org", "deleted user"}) {
      assertThat(Person.tryToSignIn(name, PASSWORD).text("code")).isEqualTo("invalid_credentials");
    }

    Person newcomer = Person.register("leaves-for-good");
    assertThat(newcomer.id()).isNotEqualTo(ann.id());
    Answer seen = newcomer.get("/api/v1/users/" + ann.id());
    assertThat(seen.text("username")).isEqualTo("deleted user");
    assertThat(seen.text("display_name")).isEqualTo("deleted user");
    try (DirectoryClient service = directory("Bearer it-credential");
        DirectoryClient stranger = directory("Bearer something-else")) {
      assertThat(service.user(ann.id()).getUsername()).isEqualTo("deleted user");
      ListDeletedUsersRequest since =
          ListDeletedUsersRequest.newBuilder().setSince(Protos.timestamp(before)).build();
      assertThat(service.deletedUsers(since).getUsersList())
          .extracting(DeletedUser::getUserId)
          .contains(ann.id())
          .doesNotContain(newcomer.id());
      DeletedUser last = service.deletedUsers(since).getUsersList().getLast();
      assertThat(
              service
                  .deletedUsers(
                      since.toBuilder()
                          .setSince(last.getDeletedAt())
                          .setAfterUserId(last.getUserId())
                          .build())
                  .getUsersList())
          .isEmpty();
      assertThatThrownBy(() -> stranger.deletedUsers(since))
          .isInstanceOf(StatusRuntimeException.class);
      assertThatThrownBy(() -> service.deletedUsers(ListDeletedUsersRequest.getDefaultInstance()))
          .isInstanceOf(StatusRuntimeException.class);
    }
    Person admin = Person.admin("looks-after");
    Answer audit = admin.get("/api/v1/admin/audit?event=account_deleted&subject_id=" + ann.id());
    assertThat(audit.body().path("entries")).hasSize(1);
    for (String act : List.of("activate", "deactivate", "logout")) {
      assertThat(admin.post("/api/v1/admin/users/" + ann.id() + "/" + act, "").status())
          .as(act)
          .isEqualTo(404);
    }
    assertThat(admin.get("/api/v1/admin/users?query=deleted%20user").body().path("users"))
        .isEmpty();
  }

  @Test
  void keepsTheLastAdmin() throws Exception {
    UsersDatabase.execute("update users set role = 'user'");
    Person admin = Person.admin("cannot-go");
    assertThat(admin.send("DELETE", ME, GOOD).text("code")).isEqualTo("conflict");
    assertThat(admin.get(ME).status()).isEqualTo(200);

    Person other = Person.admin("stays");
    assertThat(admin.send("DELETE", ME, GOOD).status()).isEqualTo(200);
    assertThat(admin.get("/api/v1/admin/users").status()).isEqualTo(401);
    assertThat(other.get("/api/v1/admin/users").status()).isEqualTo(200);
  }
}
