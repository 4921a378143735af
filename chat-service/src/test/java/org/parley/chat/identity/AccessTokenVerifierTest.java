package org.parley.chat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.chat.support.KeySetServer;
import org.parley.chat.support.TokenIssuer;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/** On the loopback interface only: user-service's keys are served by the test. */
class AccessTokenVerifierTest {

  private static final TokenIssuer ISSUER = new TokenIssuer("key-1");
  private static final Duration KEY_CACHE = Duration.ofMinutes(1);

  private final RevokedSessions revoked = new RevokedSessions(event -> {});
  private KeySetServer keys;
  private AccessTokenVerifier verifier;

  @BeforeEach
  void serveKeys() throws IOException {
    keys = KeySetServer.start(0, ISSUER.keys());
    verifier =
        new AccessTokenVerifier(
            new TokenSettings(keys.url(), "parley", "parley", KEY_CACHE), revoked);
  }

  @AfterEach
  void stop() {
    keys.close();
  }

  @Test
  void saysWhatAGoodTokenSays() {
    Instant expiry = Instant.now().plus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.SECONDS);
    String token =
        ISSUER.sign(
            ISSUER.claims(7, "alice").claim("sid", "70").expirationTime(Date.from(expiry)).build());

    assertThat(verifier.verify(token))
        .isEqualTo(new AccessToken(new Person(7, "alice"), 70, expiry));
  }

  @Test
  void acceptsATokenAgain() {
    String token = ISSUER.token(7, "alice");
    assertThat(verifier.verify(token)).isEqualTo(verifier.verify(token));
    assertThat(keys.fetches()).isEqualTo(1);
  }

  @Test
  void refusesTokensOfASessionThatHasEnded() {
    String token = ISSUER.token(7, "alice");
    revoked.add(List.of(verifier.verify(token).sessionId()));

    assertThatThrownBy(() -> verifier.verify(token))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAUTHORIZED))
        .hasMessage("The session has ended; sign in again.");
    assertThatThrownBy(() -> verifier.verified(token)).isInstanceOf(ProblemException.class);
    assertThat(verifier.verify(ISSUER.token(8, "bob")).person().id()).isEqualTo(8);
  }

  @Test
  void forgivesClocksThatDifferByAFewSeconds() {
    assertThat(verifier.verify(ISSUER.sign(expired(Duration.ofSeconds(3)))).person().id())
        .isEqualTo(7);
    assertRefused(ISSUER.sign(expired(Duration.ofSeconds(30))));
  }

  @Test
  void refusesForeignIssuersAndAudiences() {
    assertRefused(ISSUER.sign(ISSUER.claims(7, "alice").issuer("somebody").build()));
    assertRefused(ISSUER.sign(ISSUER.claims(7, "alice").audience("something").build()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "sub", "upn", "sid", "aud", "exp", "iat"})
  void refusesATokenWithoutThisClaim(String claim) {
    assertRefused(ISSUER.sign(ISSUER.claims(7, "alice").claim(claim, null).build()));
  }

  @Test
  void refusesIdsThatAreNoNumbers() {
    assertRefused(ISSUER.sign(ISSUER.claims(7, "alice").subject("alice").build()));
    assertRefused(ISSUER.sign(ISSUER.claims(7, "alice").claim("sid", "first").build()));
  }

  @Test
  void refusesATokenNobodySigned() {
    assertRefused(new PlainJWT(ISSUER.claims(7, "alice").build()).serialize());
  }

  @Test
  void refusesAChangedToken() {
    String[] good = ISSUER.token(7, "alice").split("\\.");
    String[] other = ISSUER.token(8, "bob").split("\\.");
    assertRefused(good[0] + "." + other[1] + "." + good[2]);
    assertRefused(good[0] + "." + good[1] + ".");
  }

  @Test
  void refusesThePublicKeyUsedAsASecret() throws Exception {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build();
    SignedJWT token = new SignedJWT(header, ISSUER.claims(7, "alice").build());
    token.sign(new MACSigner(ISSUER.key().toRSAPublicKey().getEncoded()));
    assertRefused(token.serialize());
  }

  @Test
  void refusesOtherAlgorithmsOfTheSameKey() {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("key-1").build();
    assertRefused(ISSUER.sign(header, ISSUER.claims(7, "alice").build()));
  }

  @Test
  void refusesWhatIsIssuedInTheFuture() {
    Date soon = Date.from(Instant.now().plus(Duration.ofMinutes(5)));
    Date later = Date.from(Instant.now().plus(Duration.ofHours(1)));
    assertRefused(ISSUER.sign(ISSUER.claims(7, "alice").issueTime(later).build()));
    assertRefused(ISSUER.sign(ISSUER.claims(7, "alice").notBeforeTime(soon).build()));
    assertThat(isAccepted(ISSUER.sign(ISSUER.claims(7, "alice").issueTime(soon).build())))
        .as("by a clock that is five minutes behind")
        .isTrue();
  }

  @Test
  void refusesOtherTypes() {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID("key-1")
            .type(new JOSEObjectType("at+jwt"))
            .build();
    assertRefused(ISSUER.sign(header, ISSUER.claims(7, "alice").build()));
  }

  @Test
  void aKeyThatWasWithdrawnIsRefusedWhenTheCacheEnds() throws IOException {
    verifier =
        new AccessTokenVerifier(
            new TokenSettings(keys.url(), "parley", "parley", Duration.ofSeconds(1)), revoked);
    String token = ISSUER.token(7, "alice");
    verifier.verify(token);
    keys.serve(new TokenIssuer("key-2").keys());

    Instant latest = Instant.now().plusSeconds(10);
    while (isAccepted(token) && Instant.now().isBefore(latest)) {
      Thread.onSpinWait();
    }
    for (int i = 0; i < 20; i++) {
      assertRefused(token); // by a word that makes clients renew it
    }
  }

  @Test
  void refusesAKeyOfSomebodyElse() {
    assertRefused(new TokenIssuer("key-1").token(7, "alice"));
  }

  @Test
  void madeUpKeyIdsNeitherFloodUserServiceNorHarmGoodTokens() {
    for (int i = 0; i < 20; i++) {
      String token =
          new TokenIssuer("key-1").sign(unknownKey(i), ISSUER.claims(7, "alice").build());
      assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(ProblemException.class);
    }
    assertThat(keys.fetches()).isLessThanOrEqualTo(3);
    assertThat(verifier.verify(ISSUER.token(7, "alice")).person().id()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "not a token", "eyJhbGciOiJSUzI1NiJ9..x"})
  void refusesWhatIsNoToken(String text) {
    assertRefused(text);
  }

  @Test
  void knownKeysOutliveUserService() {
    verifier.verify(ISSUER.token(7, "alice"));
    keys.close();
    assertThat(verifier.verify(ISSUER.token(8, "bob")).person()).isEqualTo(new Person(8, "bob"));
  }

  @Test
  void asksToComeBackWhenNoKeyCouldEverBeHad() {
    keys.close();
    assertThatThrownBy(() -> verifier.verify(ISSUER.token(7, "alice")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
              assertThat(problem.retryAfter()).isPresent();
            });
  }

  private boolean isAccepted(String token) {
    try {
      return verifier.verify(token) != null;
    } catch (ProblemException refused) {
      return false;
    }
  }

  private static JWTClaimsSet expired(Duration ago) {
    return ISSUER.claims(7, "alice").expirationTime(Date.from(Instant.now().minus(ago))).build();
  }

  private static JWSHeader unknownKey(int number) {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("made-up-" + number).build();
  }

  private void assertRefused(String token) {
    assertThatThrownBy(() -> verifier.verify(token))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAUTHORIZED));
  }
}
