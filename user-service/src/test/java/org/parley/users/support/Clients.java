package org.parley.users.support;

import java.util.Locale;
import org.parley.users.support.Api.Answer;

/** What the clients of the server under test say, in short. */
public final class Clients {

  public static final String PASSWORD = "quiet river 42";

  private Clients() {}

  public static Answer register(String name) throws Exception {
    return api().post("/api/v1/users/register", json(name, name + "@example.org"));
  }

  /** Registered, with the refresh token in the answer. */
  public static Answer registerInBody(String name) throws Exception {
    return api().post("/api/v1/users/register", inBody(json(name, name + "@example.org")));
  }

  /** Signed in on another device, with the refresh token in the answer. */
  public static Answer logIn(String name, String password) throws Exception {
    return api()
        .post(
            "/api/v1/users/login",
            inBody("{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}"),
            "User-Agent",
            "Phone/1");
  }

  private static String inBody(String json) {
    return json.replace("}", ",\"refresh_token_in_body\":true}");
  }

  /** A request by whoever got this answer. */
  public static Answer by(Answer signedIn, String method, String path, String json)
      throws Exception {
    return api().send(method, path, json, "Authorization", "Bearer " + signedIn.text("token"));
  }

  /** Whose answer it is. */
  public static long idOf(Answer signedIn) {
    return signedIn.body().path("user").path("id").asLong();
  }

  /** The sum of a metric's series. */
  public static double metric(String name) throws Exception {
    return api()
        .get("/metrics")
        .raw()
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  public static int statusOfRegistering(String name, String email) {
    try {
      return api().post("/api/v1/users/register", json(name, email)).status();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public static Answer refreshInBody(String token) {
    try {
      return api().post("/api/v1/users/refresh", "{\"refresh_token\":\"" + token + "\"}");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public static Answer refresh(String... headers) throws Exception {
    return api().post("/api/v1/users/refresh", "", headers);
  }

  public static String json(String name, String email) {
    return String.format(
        Locale.ROOT,
        "{\"username\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}",
        name,
        email,
        PASSWORD);
  }

  public static Api api() {
    return new Api(Integer.getInteger("parley.it.http.port"));
  }

  public static DirectoryClient directory(String authorization) {
    return new DirectoryClient(Integer.getInteger("parley.it.grpc.port"), authorization);
  }
}
