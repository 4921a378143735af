package org.parley.system.check.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Somebody of the checker's own making, and a token that is renewed in time. Thread-safe. */
public final class Account {

  /** 144 bits: the accounts stay behind on somebody's installation. */
  private static final int PASSWORD_BYTES = 18;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final RestApi api;
  private final String name;
  private final String password;
  private final Object lock = new Object();
  private long userId;
  private String token = "";
  private long renewAt;

  private Account(RestApi api, String name, String password) {
    this.api = api;
    this.name = name;
    this.password = password;
  }

  /** Registers somebody of this name. */
  public static Account register(RestApi api, String name, Duration patience)
      throws InterruptedException {
    byte[] secret = new byte[PASSWORD_BYTES];
    RANDOM.nextBytes(secret);
    Account account =
        new Account(api, name, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    account.take(
        api.post(
            "/users/register",
            null,
            Map.of("username", name, "email", name + "@example.org", "password", account.password),
            patience));
    return account;
  }

  public String name() {
    return name;
  }

  public long userId() {
    synchronized (lock) {
      return userId;
    }
  }

  public String token() {
    synchronized (lock) {
      return token;
    }
  }

  /** Whether the token should be renewed soon. */
  public boolean isDue() {
    synchronized (lock) {
      return System.nanoTime() - renewAt >= 0;
    }
  }

  /** Signs in again. */
  public void renew(Duration patience) throws InterruptedException {
    take(api.post("/users/login", null, Map.of("username", name, "password", password), patience));
  }

  private void take(JsonNode answer) {
    Duration life = Duration.ofSeconds(answer.path("expires_in").asLong());
    synchronized (lock) {
      userId = answer.at("/user/id").asLong();
      token = answer.path("token").asText();
      // Half its life is left for whatever delays the next renewal.
      renewAt = System.nanoTime() + life.dividedBy(2).toNanos();
    }
  }
}
