package org.parley.users.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.users.support.Clients.api;
import static org.parley.users.support.Clients.refreshInBody;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.users.support.Person;
import org.parley.users.support.UserServiceArchive;
import org.parley.users.support.UsersDatabase;

/** How the first admin becomes one, on an installation that has none. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FirstAdminIT {

  private static final String CLAIM = "/api/v1/admin/claim";

  @Deployment
  static WebArchive service() throws SQLException {
    // Other tests of this module have admins of their own; the schema may not be there yet.
    UsersDatabase.execute(
        "do $$ begin if to_regclass('audit_log') is not null then"
            + " update users set role = 'user'; end if; end $$");
    return UserServiceArchive.create();
  }

  @Test
  void makesOneAdminOfThoseWhoShowTheTokenAtOnce() throws Exception {
    Path file = Path.of(System.getProperty("parley.it.directory"), "keys", ClaimFile.NAME);
    String token = Files.readString(file).strip();
    Person mallory = Person.register("claims-without");
    assertThat(api().post(CLAIM, json(token)).text("code")).isEqualTo("unauthorized");
    String almost = (token.startsWith("x") ? "y" : "x") + token.substring(1);
    assertThat(mallory.post(CLAIM, json(almost)).text("code")).isEqualTo("forbidden");
    assertThat(mallory.post(CLAIM, "{}").text("code")).isEqualTo("validation_failed");
    assertThat(mallory.get("/api/v1/admin/audit").text("code")).isEqualTo("forbidden");

    List<Person> people =
        List.of(
            Person.register("claims-1"), Person.register("claims-2"), Person.register("claims-3"));
    List<CompletableFuture<Integer>> asked =
        people.stream()
            .map(person -> CompletableFuture.supplyAsync(() -> claim(person, token)))
            .toList();
    assertThat(asked.stream().map(CompletableFuture::join))
        .containsExactlyInAnyOrder(200, 403, 403);

    assertThat(file).doesNotExist();
    assertThat(claim(mallory, token)).isEqualTo(403);
    Person first =
        people.stream()
            .filter(person -> asked.get(people.indexOf(person)).join() == 200)
            .findFirst()
            .orElseThrow();
    assertThat(first.get("/api/v1/admin/audit").status())
        .as("by the token of before")
        .isEqualTo(403);
    String next = refreshInBody(first.refreshToken()).text("token");
    var audit =
        api().get("/api/v1/admin/audit?event=admin_claimed", "Authorization", "Bearer " + next);
    assertThat(audit.status()).isEqualTo(200);
    assertThat(audit.body().at("/entries/0/subject_id").asLong()).isEqualTo(first.id());
    assertThat(audit.body().path("entries")).hasSize(1);
    assertThat(Person.signIn(first.name()).get("/api/v1/users/me").text("role")).isEqualTo("admin");
  }

  private static int claim(Person person, String token) {
    try {
      return person.post(CLAIM, json(token)).status();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String json(String token) {
    return "{\"token\":\"" + token + "\"}";
  }
}
