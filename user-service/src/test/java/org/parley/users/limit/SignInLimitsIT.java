package org.parley.users.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.users.support.Clients.PASSWORD;
import static org.parley.users.support.Clients.api;
import static org.parley.users.support.Clients.refreshInBody;
import static org.parley.users.support.Clients.registerInBody;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.limit.ClientAddress;
import org.parley.users.account.NewAccount;
import org.parley.users.signin.SignIn;
import org.parley.users.support.Api.Answer;
import org.parley.users.support.UserServiceArchive;

/** The default limits, as attackers and the people they attack meet them. */
@ExtendWith(ArquillianExtension.class)
class SignInLimitsIT {

  private static final ClientAddress HOME = new ClientAddress("198.51.100.1");
  private static final ClientAddress ATTACKER = new ClientAddress("203.0.113.66");
  private static final ClientAddress OTHER_ATTACKER = new ClientAddress("203.0.113.67");

  @Inject private SignIn signIn;
  @Inject private SignInLimits limits;

  @Deployment
  static WebArchive service() {
    return UserServiceArchive.create();
  }

  @Test
  void whoGuessesIsStoppedAndWhoKnowsThePasswordIsNot() {
    register("guessed");
    register("neighbour");

    assertThat(guesses(ATTACKER, "guessed", 11)).isEqualTo(times("invalid_credentials", 10, 1));
    assertThat(outcome(ATTACKER, "GUESSED", PASSWORD)).isEqualTo("rate_limited");
    assertThat(outcome(ATTACKER, "neighbour", PASSWORD)).isEqualTo("success");
    // From elsewhere its owner comes in, mistyping a little; others guess there no longer.
    assertThat(guesses(HOME, "guessed", 2)).isEqualTo(times("invalid_credentials", 2, 0));
    assertThat(outcome(HOME, "guessed", PASSWORD)).isEqualTo("success");
    assertThat(guesses(OTHER_ATTACKER, "guessed", 4)).isEqualTo(times("invalid_credentials", 3, 1));
    assertThat(outcome(HOME, "guessed", PASSWORD)).isEqualTo("success");
  }

  @Test
  void anAccountThatDoesNotExistIsLimitedLikeOneThatDoes() {
    assertThat(guesses(ATTACKER, "nobody-there", 11))
        .isEqualTo(times("invalid_credentials", 10, 1));
  }

  @Test
  void whoGuessesAtANameDoesNotLearnWhichAddressIsItsOwners() {
    register("linked");
    register("unlinked");
    // All are counted for the address as well; the other tests have others.
    ClientAddress linker = new ClientAddress("203.0.113.68");
    guesses(linker, "linked", 11);

    assertThat(guesses(linker, "linked@example.org", 11))
        .isEqualTo(guesses(linker, "unlinked@example.org", 11))
        .isEqualTo(guesses(linker, "nobody@example.org", 11))
        .isEqualTo(times("invalid_credentials", 10, 1));
  }

  @Test
  void whatIsAskedOfWhoIsSignedInCountsAsALogin() {
    register("signed-in");
    ClientAddress thief = new ClientAddress("203.0.113.69");
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> limits.guarded("signed-in", thief, SignInLimitsIT::forbidden))
          .isInstanceOf(ProblemException.class);
    }

    assertThat(outcome(thief, "signed-in", PASSWORD)).isEqualTo("rate_limited");
  }

  private static Void forbidden() {
    throw new ProblemException(ProblemType.FORBIDDEN);
  }

  @Test
  void whatSucceedsDoesNotCount() {
    register("diligent");

    assertThat(IntStream.range(0, 12).mapToObj(i -> outcome(HOME, "diligent", PASSWORD)))
        .containsOnly("success");
  }

  @Test
  void whatBreaksDoesNotCount() {
    CompletableFuture<Void> broken = CompletableFuture.failedFuture(new SQLException("away"));
    for (int i = 0; i < 11; i++) {
      assertThatThrownBy(() -> limits.guarded("broken", HOME, broken::join))
          .hasCauseInstanceOf(SQLException.class);
    }
  }

  @Test
  void anIpv6SiteIsNoWayAround() {
    register("site-guessed");
    guesses(OTHER_ATTACKER, "site-guessed", 10);

    List<String> outcomes =
        IntStream.range(0, 30)
            .mapToObj(i -> new ClientAddress("2001:db8:1:" + i + ":0:0:0:0/64"))
            .map(network -> outcome(network, "site-guessed", "wrong"))
            .toList();

    assertThat(outcomes).isEqualTo(times("invalid_credentials", 9, 21));
    ClientAddress home = new ClientAddress("2001:db8:2:1:0:0:0:0/64");
    assertThat(outcome(home, "site-guessed", PASSWORD)).isEqualTo("success");
  }

  @Test
  void manyGuessesAtOnceAreNoWayAround() {
    register("rushed");

    List<CompletableFuture<String>> guesses =
        IntStream.range(0, 24)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> outcome(ATTACKER, "rushed", "wrong")))
            .toList();

    assertThat(guesses.stream().map(CompletableFuture::join))
        .filteredOn("invalid_credentials"::equals)
        .hasSizeLessThanOrEqualTo(10);
  }

  @Test
  @RunAsClient
  void anAddressRegistersSixtyTimesAMinuteWhateverItClaims() throws Exception {
    int taken = 0;
    Answer answer = registerBadly("10.0.0.1, 198.51.100.77");
    while (answer.status() == 400 && taken < 120) {
      taken++;
      answer = registerBadly("10.0.0." + taken + ", 198.51.100.77", "$WSRA", "10.2.2." + taken);
    }

    // A second may have passed meanwhile, or some.
    assertThat(taken).isBetween(60, 90);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.text("code")).isEqualTo("rate_limited");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(registerBadly("198.51.100.77, 198.51.100.78").status()).isEqualTo(400);
    assertThat(metric("rate_limited_total", "limit=\"register_per_address\"")).isEqualTo(1);
    assertThat(metric("auth_requests_total", "type=\"register\"", "status=\"limited\""))
        .isEqualTo(1);
  }

  @Test
  @RunAsClient
  void aSessionIsRefreshedThirtyTimesAMinute() throws Exception {
    Answer answer = registerInBody("refreshes");
    int taken = 0;
    while (answer.status() == 200 && taken < 90) {
      taken++;
      answer = refreshInBody(answer.text("refresh_token"));
    }

    // The last one was refused; some seconds may have passed meanwhile.
    assertThat(taken - 1).isBetween(30, 60);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.text("code")).isEqualTo("rate_limited");
    assertThat(answer.header("Retry-After")).isIn("1", "2");
    assertThat(refreshInBody(registerInBody("refreshes-too").text("refresh_token")).status())
        .as("another session")
        .isEqualTo(200);
    assertThat(metric("rate_limited_total", "limit=\"refresh_per_session\"")).isEqualTo(1);
    assertThat(metric("auth_requests_total", "type=\"refresh\"", "status=\"limited\""))
        .isEqualTo(1);
  }

  @Test
  void anAddressRefreshesSixHundredTimesAMinuteWhateverItShows() {
    long taken = IntStream.range(0, 1_200).takeWhile(i -> mayRefresh(ATTACKER)).count();

    assertThat(taken).isBetween(600L, 900L);
    assertThat(mayRefresh(HOME)).isTrue();
  }

  private boolean mayRefresh(ClientAddress from) {
    try {
      limits.requireRefresh(from);
      return true;
    } catch (ProblemException refusal) {
      assertThat(refusal.type()).isEqualTo(ProblemType.RATE_LIMITED);
      return false;
    }
  }

  private static Answer registerBadly(String forwardedFor, String... more) throws Exception {
    String[] headers =
        Stream.concat(Stream.of("X-Forwarded-For", forwardedFor), Stream.of(more))
            .toArray(String[]::new);
    return api().post("/api/v1/users/register", "{}", headers);
  }

  private static double metric(String name, String... labels) throws Exception {
    return api()
        .get("/metrics")
        .raw()
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{") && Stream.of(labels).allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private void register(String name) {
    signIn.register(new NewAccount(name, name + "@example.org", PASSWORD), "test", HOME);
  }

  private List<String> guesses(ClientAddress from, String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> outcome(from, name, "wrong " + i)).toList();
  }

  private static List<String> times(String code, int count, int limited) {
    return Stream.concat(
            Collections.nCopies(count, code).stream(),
            Collections.nCopies(limited, "rate_limited").stream())
        .toList();
  }

  private String outcome(ClientAddress from, String name, String password) {
    try {
      signIn.logIn(name, password, "test", from);
      return "success";
    } catch (ProblemException refusal) {
      return refusal.type().code();
    }
  }
}
