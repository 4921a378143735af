package org.parley.system.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A person a test signs up, with a name nobody else has. */
public record Visitor(long id, String username, String password, String token, Api api) {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String RUN = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

  /** A name no run before this one has used. */
  public static String freshName(String stem) {
    return stem + "-" + RUN + "-" + COUNT.incrementAndGet();
  }

  /** Signs somebody up at the origin. */
  public static Visitor signUp(RunningSystem system, String stem) {
    return signUp(system.origin("/"), stem);
  }

  /** The same at another origin. */
  public static Visitor signUp(URI origin, String stem) {
    String name = freshName(stem);
    String password = "correct horse " + name;
    Api nobody = Api.at(origin);
    Api.Answer answer =
        nobody.post(
            "/api/v1/users/register",
            Map.of("username", name, "email", name + "@example.org", "password", password));
    assertThat(answer.status()).as("register %s", answer.http().body()).isEqualTo(200);
    String token = answer.body().path("token").asText();
    return new Visitor(
        answer.body().at("/user/id").asLong(), name, password, token, nobody.as(token));
  }

  /** The same person on another device: a session of its own. */
  public Visitor signInAgain(RunningSystem system) {
    Api nobody = Api.at(system.origin("/"));
    Api.Answer answer =
        nobody.post("/api/v1/users/login", Map.of("username", username, "password", password));
    assertThat(answer.status()).as("log in %s", answer.http().body()).isEqualTo(200);
    String another = answer.body().path("token").asText();
    return new Visitor(id, username, password, another, nobody.as(another));
  }

  /** Ends this session. */
  public void logOut(RunningSystem system) {
    Api.Answer answer = Api.at(system.origin("/")).as(token).post("/api/v1/users/logout", Map.of());
    assertThat(answer.status()).as("log out %s", answer.http().body()).isEqualTo(200);
  }

  /** Asks for another password in the place of the one they signed up with. */
  public Api.Answer changePassword(String next) {
    return api.put(
        "/api/v1/users/me/password", Map.of("current_password", password, "new_password", next));
  }

  /** Creates a room and returns its id. */
  public long createRoom(String name, String type) {
    Api.Answer answer =
        api.post("/api/v1/rooms", Map.of("name", name, "description", "", "type", type));
    assertThat(answer.status()).as("create room %s", answer.http().body()).isEqualTo(200);
    return answer.body().path("id").asLong();
  }

  /** Joins a public room. */
  public void join(long roomId) {
    Api.Answer answer = api.post("/api/v1/rooms/" + roomId + "/join", Map.of());
    assertThat(answer.status()).as("join room %s", answer.http().body()).isEqualTo(200);
  }

  /** Says something in a room they are in; its seq. */
  public long say(long roomId, String content) {
    Api.Answer answer = api.post("/api/v1/messages", Map.of("room_id", roomId, "content", content));
    assertThat(answer.status()).as("say %s", answer.http().body()).isEqualTo(200);
    return answer.body().path("seq").asLong();
  }

  /** The newest messages of a room, newest first. */
  public JsonNode history(long roomId) {
    Api.Answer answer = api.get("/api/v1/rooms/" + roomId + "/messages?limit=100");
    assertThat(answer.status()).as("history %s", answer.http().body()).isEqualTo(200);
    return answer.body();
  }
}
