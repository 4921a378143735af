package org.parley.users.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.users.support.Clients.api;

import org.parley.users.support.Api.Answer;

/** Somebody who is signed in at the server under test. */
public record Person(long id, String name, String token, String refreshToken) {

  public static Person register(String name) throws Exception {
    return of(name, api().post("/api/v1/users/register", asking(Clients.json(name, email(name)))));
  }

  public static Person signIn(String name) throws Exception {
    return of(name, tryToSignIn(name, Clients.PASSWORD));
  }

  public static Answer tryToSignIn(String name, String password) throws Exception {
    return api()
        .post(
            "/api/v1/users/login",
            asking("{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}"));
  }

  /** Somebody new with the rights of an admin, in the database and in their token. */
  public static Person admin(String name) throws Exception {
    UsersDatabase.execute("update users set role = 'admin' where id = " + register(name).id());
    return signIn(name);
  }

  private static Person of(String name, Answer answer) {
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    return new Person(
        answer.body().at("/user/id").asLong(),
        name,
        answer.text("token"),
        answer.text("refresh_token"));
  }

  public Answer get(String path) throws Exception {
    return api().get(path, "Authorization", "Bearer " + token);
  }

  public Answer post(String path, String json) throws Exception {
    return api().post(path, json, "Authorization", "Bearer " + token);
  }

  public Answer send(String method, String path, String json) throws Exception {
    return api().send(method, path, json, "Authorization", "Bearer " + token);
  }

  private static String email(String name) {
    return name + "@example.org";
  }

  private static String asking(String json) {
    return json.replace("}", ",\"refresh_token_in_body\":true}");
  }
}
