package org.parley.users.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.users.support.Clients.PASSWORD;
import static org.parley.users.support.Clients.api;
import static org.parley.users.support.Clients.directory;
import static org.parley.users.support.Clients.refresh;
import static org.parley.users.support.Clients.register;
import static org.parley.users.support.Clients.statusOfRegistering;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.limit.ClientAddress;
import org.parley.users.account.Accounts;
import org.parley.users.account.Login;
import org.parley.users.account.NewAccount;
import org.parley.users.account.Passwords;
import org.parley.users.account.UserView;
import org.parley.users.signin.SignIn;
import org.parley.users.support.Api.Answer;
import org.parley.users.support.DatabaseOutage;
import org.parley.users.support.DirectoryClient;
import org.parley.users.support.UserServiceArchive;

/**
 * The WAR inside Liberty on a real PostgreSQL: from inside by its façades, from outside
 * (RunAsClient) by its ports.
 */
@ExtendWith(ArquillianExtension.class)
class UserServiceIT {

  private static final ClientAddress HERE = new ClientAddress("192.0.2.1");

  @Inject private Accounts accounts;
  @Inject private Passwords passwords;
  @Inject private Sessions sessions;
  @Inject private RefreshTokens refreshTokens;
  @Inject private SignIn signIn;
  @Inject private UserTransaction transaction;

  @Deployment
  static WebArchive service() {
    return UserServiceArchive.create();
  }

  @Test
  void storesAndFindsWhoRegistered() {
    UserView user = signIn.register(account("stores"), "test", HERE).user();
    assertThat(accounts.findUser(user.id())).contains(user);
    assertThat(passwords.authenticate(new Login("STORES@Example.org", PASSWORD)).user())
        .isEqualTo(user);
    assertThatThrownBy(() -> passwords.authenticate(new Login("stores", "wrong")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_CREDENTIALS));
  }

  @Test
  void refusesTakenNamesWhateverTheirCase() {
    signIn.register(account("taken"), "test", HERE);
    assertRefused(
        ProblemType.USERNAME_TAKEN, new NewAccount("TAKEN", "other@example.org", PASSWORD));
    assertRefused(ProblemType.EMAIL_TAKEN, new NewAccount("other", "Taken@Example.org", PASSWORD));
  }

  @Test
  void leavesNoAccountBehindWhenRegistrationIsRolledBack() throws Exception {
    NewAccount.Hashed accepted = passwords.accept(account("undone"));
    transaction.begin();
    long id = sessions.register(accepted, "test").user().id();
    transaction.rollback();
    assertThat(accounts.findUser(id)).isEmpty();
    assertThat(sessions.register(accepted, "test").user().username()).isEqualTo("undone");
  }

  @Test
  void rotatesRefreshTokensUntilTheSessionIsRevoked() {
    RefreshSecret first =
        new RefreshSecret(signIn.register(account("rotates"), "test", HERE).refreshToken());
    Sessions.Opened next = refreshed(first);
    assertThat(next.secret()).isNotEqualTo(first);
    assertThat(refreshed(first).sessionId()).as("from a second tab").isEqualTo(next.sessionId());
    sessions.revoke(next.sessionId());
    assertThat(refreshTokens.refresh(next.secret())).isInstanceOf(RefreshTokens.Stale.class);
    assertThat(refreshTokens.refresh(RefreshSecret.random()))
        .isInstanceOf(RefreshTokens.Stale.class);
  }

  private Sessions.Opened refreshed(RefreshSecret secret) {
    return (Sessions.Opened) refreshTokens.refresh(secret);
  }

  @Test
  @RunAsClient
  void guardsRestWithItsOwnTokens() throws Exception {
    Answer registered = register("guarded");
    assertThat(registered.status()).isEqualTo(200);
    String bearer = "Bearer " + registered.text("token");

    Answer me = api().get("/api/v1/users/me", "Authorization", bearer);
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.text("email")).isEqualTo("guarded@example.org");
    Answer other = api().get("/api/v1/users/" + me.text("id"), "Authorization", bearer);
    assertThat(other.text("username")).isEqualTo("guarded");
    assertThat(other.body().has("email")).isFalse();

    Answer stranger = api().get("/api/v1/users/me");
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(stranger.text("code")).isEqualTo("unauthorized");
  }

  @Test
  @RunAsClient
  void publishesOnlyThePublicHalfOfItsKey() throws Exception {
    Answer keys = api().get("/.well-known/jwks.json");
    assertThat(keys.header("Cache-Control")).contains("max-age=");
    assertThat(keys.body().path("keys").get(0).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n");
  }

  @Test
  @RunAsClient
  void keepsBrowsersSignedInByCookie() throws Exception {
    String cookie = register("cookie").header("Set-Cookie");
    assertThat(cookie).contains("; HttpOnly", "; SameSite=Strict", "; Path=/api/v1/users");
    String sent = cookie.substring(0, cookie.indexOf(';'));

    assertThat(refresh("Cookie", sent, "Origin", "https://evil.example").text("code"))
        .isEqualTo("forbidden");
    Answer refreshed = refresh("Cookie", sent, "Origin", "http://localhost:8080");
    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(refreshed.header("Set-Cookie")).isNotEqualTo(cookie);

    Answer out =
        api()
            .post("/api/v1/users/logout", "", "Authorization", "Bearer " + refreshed.text("token"));
    assertThat(out.body().path("success").asBoolean()).isTrue();
    assertThat(out.header("Set-Cookie")).contains("parley_refresh=;", "Max-Age=0");
    assertThat(refresh("Cookie", sent).text("code")).isEqualTo("invalid_refresh_token");
  }

  @Test
  @RunAsClient
  void givesANameToOneOfThoseWhoAskAtOnce() {
    List<CompletableFuture<Integer>> asked =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> statusOfRegistering("race", "race" + i + "@example.org")))
            .toList();
    assertThat(asked.stream().map(CompletableFuture::join))
        .containsExactlyInAnyOrder(200, 409, 409, 409);
  }

  @Test
  @RunAsClient
  void tellsServicesWhoPeopleAre() throws Exception {
    long id = register("directory").body().path("user").path("id").asLong();
    try (DirectoryClient service = directory("Bearer it-credential");
        DirectoryClient stranger = directory("Bearer something-else")) {
      assertThat(service.user(id).getUsername()).isEqualTo("directory");
      assertThat(service.users(List.of(id, id, Long.MAX_VALUE))).hasSize(1);
      assertStatus(Status.Code.NOT_FOUND, () -> service.user(Long.MAX_VALUE));
      assertStatus(Status.Code.INVALID_ARGUMENT, () -> service.user(0));
      assertStatus(
          Status.Code.INVALID_ARGUMENT,
          () -> service.users(LongStream.rangeClosed(1, 501).boxed().toList()));
      assertStatus(Status.Code.UNAUTHENTICATED, () -> stranger.user(id));
    }
    String metrics = api().get("/metrics").raw().body();
    assertThat(metrics)
        .containsPattern(
            "grpc_calls_total\\{method=\"parley.directory.v1.UserDirectoryService/GetUser\",mp_scope=\"application\",status=\"UNAUTHENTICATED\",\\} 1.0")
        .contains(
            "auth_requests_total{mp_scope=\"application\",status=\"limited\",type=\"login\",} 0.0");
  }

  @Test
  @RunAsClient
  void asksToComeBackWhileTheDatabaseIsAway() throws Exception {
    register("patient");
    String login = "{\"username\":\"patient\",\"password\":\"" + PASSWORD + "\"}";
    try (DatabaseOutage outage = new DatabaseOutage()) {
      Answer refused = api().post("/api/v1/users/login", login);
      assertThat(refused.status()).as(outage.toString()).isEqualTo(503);
      assertThat(refused.text("code")).isEqualTo("unavailable");
      assertThat(refused.header("Retry-After")).isNotBlank();
      assertThat(api().get("/health/ready").status()).isEqualTo(503);
      assertThat(api().get("/health/live").status()).isEqualTo(200);
    }
    assertThat(api().post("/api/v1/users/login", login).status()).isEqualTo(200);
    assertThat(api().get("/health/ready").status()).isEqualTo(200);
  }

  private static NewAccount account(String name) {
    return new NewAccount(name, name + "@example.org", PASSWORD);
  }

  private void assertRefused(ProblemType type, NewAccount account) {
    assertThatThrownBy(() -> signIn.register(account, "test", HERE))
        .isInstanceOfSatisfying(
            ProblemException.class, refusal -> assertThat(refusal.type()).isEqualTo(type));
  }

  private static void assertStatus(Status.Code code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class, e -> assertThat(e.getStatus().getCode()).isEqualTo(code));
  }
}
