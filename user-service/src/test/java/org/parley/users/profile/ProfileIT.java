package org.parley.users.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.users.support.Clients.PASSWORD;
import static org.parley.users.support.Clients.api;
import static org.parley.users.support.Clients.by;
import static org.parley.users.support.Clients.idOf;
import static org.parley.users.support.Clients.logIn;
import static org.parley.users.support.Clients.refresh;
import static org.parley.users.support.Clients.refreshInBody;
import static org.parley.users.support.Clients.registerInBody;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.users.support.Api.Answer;
import org.parley.users.support.StoredSessions;
import org.parley.users.support.UserServiceArchive;

/** Names and passwords that change. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ProfileIT {

  private static final String ME = "/api/v1/users/me";
  private static final String NEXT = "louder river 43";

  @Deployment
  static WebArchive service() {
    return UserServiceArchive.create();
  }

  @Test
  void changesTheNameAndNothingElse() throws Exception {
    Answer ada = registerInBody("renamed");
    Answer before = by(ada, "GET", ME, "");
    Answer changed =
        by(
            ada,
            "PATCH",
            ME,
            """
            {"displayName":" Ada 🦊 ","id":1,"username":"root","email":"root@example.org","role":"admin",
             "groups":["admin"],"password":"x","password_hash":"x","password_version":9,"created_at":"1970-01-01T00:00:00Z"}
            """);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("display_name")).isEqualTo("Ada 🦊");
    Answer after = by(ada, "GET", ME, "");
    assertThat(after.body()).isEqualTo(changed.body());
    for (String field : new String[] {"id", "username", "email", "created_at"}) {
      assertThat(after.text(field)).as(field).isEqualTo(before.text(field));
    }
    assertThat(logIn("renamed", PASSWORD).text("display_name")).isNull();
    assertThat(logIn("renamed", PASSWORD).status())
        .as("the password is the old one")
        .isEqualTo(200);

    assertThat(by(ada, "PATCH", ME, "{\"email\":\"root@example.org\"}").status()).isEqualTo(400);
    assertThat(api().send("PATCH", ME, "{\"display_name\":\"X\"}").status()).isEqualTo(401);
    assertThat(by(ada, "PATCH", "/api/v1/users/" + idOf(ada), "{\"display_name\":\"X\"}").status())
        .isEqualTo(405);
  }

  @Test
  void changesThePasswordAndEndsEveryOtherSession() throws Exception {
    Answer laptop = registerInBody("changes");
    Answer phone = logIn("changes", PASSWORD);
    Answer stranger = registerInBody("changes.not");
    assertThat(api().send("PUT", ME + "/password", change(PASSWORD, NEXT, true)).status())
        .isEqualTo(401);

    Answer changed = by(laptop, "PUT", ME + "/password", change(PASSWORD, NEXT, true));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("Set-Cookie")).isNull();
    assertThat(status(laptop)).as("this session goes on").isEqualTo(200);
    assertThat(status(changed)).isEqualTo(200);
    assertThat(status(phone)).isEqualTo(401);
    assertThat(status(stranger)).isEqualTo(200);

    assertThat(refreshInBody(phone.text("refresh_token")).status()).isEqualTo(401);
    assertThat(refreshInBody(laptop.text("refresh_token")).text("code"))
        .isEqualTo("invalid_refresh_token");
    assertThat(refreshInBody(changed.text("refresh_token")).status())
        .as("who came too late with the old token ended nothing")
        .isEqualTo(200);

    assertThat(logIn("changes", PASSWORD).text("code")).isEqualTo("invalid_credentials");
    assertThat(logIn("changes", NEXT).status()).isEqualTo(200);
  }

  @Test
  void givesTheNextTokenInTheCookieUnlessAskedOtherwise() throws Exception {
    Answer laptop = registerInBody("cookies");
    Answer changed = by(laptop, "PUT", ME + "/password", change(PASSWORD, NEXT, false));
    assertThat(changed.body().has("refresh_token")).isFalse();
    assertThat(changed.header("Cache-Control")).contains("no-store");
    String cookie = changed.header("Set-Cookie");
    assertThat(cookie).contains("; HttpOnly", "; SameSite=Strict");
    assertThat(refresh("Cookie", cookie.substring(0, cookie.indexOf(';'))).status()).isEqualTo(200);
  }

  @Test
  void changesNothingForWhoDoesNotKnowTheCurrentPassword() throws Exception {
    Answer laptop = registerInBody("unchanged");
    Answer phone = logIn("unchanged", PASSWORD);
    Answer wrong = by(laptop, "PUT", ME + "/password", change("quiet river 41", NEXT, true));
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.text("code")).isEqualTo("forbidden");
    assertThat(wrong.body().at("/errors/0/field").asText()).isEqualTo("current_password");
    Answer weak = by(laptop, "PUT", ME + "/password", change(PASSWORD, "unchanged1", true));
    assertThat(weak.text("code")).isEqualTo("weak_password");
    assertThat(weak.body().at("/errors/0/field").asText()).isEqualTo("new_password");

    assertThat(status(phone)).isEqualTo(200);
    assertThat(refreshInBody(laptop.text("refresh_token")).status()).isEqualTo(200);
    assertThat(logIn("unchanged", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void renewsAnOutdatedHashWhenItsPersonLogsIn() throws Exception {
    Answer ada = registerInBody("outdated");
    StoredSessions.storeHash(
        idOf(ada),
        Password.hash(PASSWORD)
            .addSalt("sixteen bytes it")
            .with(Argon2Function.getInstance(8, 1, 1, 32, Argon2.ID))
            .getResult());
    String outdated = "users where id = " + idOf(ada) + " and password_hash like '%m=8,t=1,p=1%'";
    assertThat(logIn("outdated", "wrong").status()).isEqualTo(401);
    assertThat(StoredSessions.count(outdated)).isEqualTo(1);
    assertThat(logIn("outdated", PASSWORD).status()).isEqualTo(200);
    assertThat(StoredSessions.count(outdated)).isZero();
    assertThat(logIn("outdated", PASSWORD).status()).isEqualTo(200);
    assertThat(status(ada)).as("the password is the same, so sessions go on").isEqualTo(200);
  }

  private static int status(Answer signedIn) throws Exception {
    return by(signedIn, "GET", ME, "").status();
  }

  private static String change(String current, String next, boolean inBody) {
    return "{\"currentPassword\":\"%s\",\"new_password\":\"%s\",\"refresh_token_in_body\":%s}"
        .formatted(current, next, inBody);
  }
}
