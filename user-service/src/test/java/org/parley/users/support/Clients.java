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
