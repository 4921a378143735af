package org.parley.system.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.Test;
import org.parley.system.blackbox.Clients.Member;

@BlackBoxTest
class WhoMayNotIT {

  @Test
  void strangersAndForgersDoNothing() {
    for (PublicApi nobody : new PublicApi[] {Clients.stranger(), Clients.bearing("forged")}) {
      assertRefused(nobody, PublicApi::me, 401, "unauthorized");
      assertRefused(nobody, api -> api.room(1), 401, "unauthorized");
      assertRefused(nobody, api -> api.history(1), 401, "unauthorized");
      assertRefused(nobody, api -> api.createRoom(Map.of("name", "x")), 401, "unauthorized");
      assertRefused(nobody, api -> api.post(message(1)), 401, "unauthorized");
    }
  }

  @Test
  void aWrongPasswordOpensNothing() {
    Member ada = Clients.signUp("ada");
    Map<String, String> credentials =
        Map.of("username", ada.username(), "password", "wrong " + ada.password());
    assertRefused(Clients.stranger(), api -> api.login(credentials), 401, "invalid_credentials");
  }

  @Test
  void nobodyTakesAnothersName() {
    Member ada = Clients.signUp("ada");
    Map<String, String> person =
        Map.of(
            "username",
            ada.username(),
            "email",
            "other-" + ada.username() + "@example.org",
            "password",
            ada.password());
    assertRefused(Clients.stranger(), api -> api.register(person), 409, "username_taken");
  }

  @Test
  void aPrivateRoomIsNotThereForOthers() {
    PublicApi owner = Clients.signUp("owner").api();
    PublicApi other = Clients.signUp("other").api();
    long room = owner.createRoom(Map.of("name", "Cabin", "type", "private")).path("id").asLong();

    assertRefused(other, api -> api.room(room), 404, "not_found");
    assertRefused(other, api -> api.join(room), 404, "not_found");
    assertRefused(other, api -> api.history(room), 404, "not_found");
    assertRefused(other, api -> api.post(message(room)), 403, "not_member");
    assertThat(owner.history(room).path("messages")).isEmpty();
  }

  @Test
  void whoLeftIsNotHeard() {
    PublicApi ada = Clients.signUp("ada").api();
    PublicApi ben = Clients.signUp("ben").api();
    long room = ada.createRoom(Map.of("name", "Quay")).path("id").asLong();
    ben.join(room);
    ben.post(message(room));
    ben.leave(room);

    assertRefused(ben, api -> api.post(message(room)), 403, "not_member");
    assertThat(ada.history(room).path("messages")).hasSize(1);
  }

  private static Map<String, Object> message(long room) {
    return Map.of("room_id", room, "content", "let me in");
  }

  /** With a problem that says so. */
  private static void assertRefused(
      PublicApi who, Function<PublicApi, JsonNode> request, int status, String code) {
    WebApplicationException refusal =
        catchThrowableOfType(WebApplicationException.class, () -> request.apply(who));
    assertThat(refusal).as("a refusal, %s", code).isNotNull();
    try (Response response = refusal.getResponse()) {
      assertThat(response.getStatus()).isEqualTo(status);
      assertThat(response.getMediaType()).hasToString("application/problem+json");
      assertThat(response.readEntity(JsonNode.class).path("code").asText()).isEqualTo(code);
    }
  }
}
