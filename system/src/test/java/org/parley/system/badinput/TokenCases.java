package org.parley.system.badinput;

import static org.parley.system.badinput.BadInput.described;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.parley.system.badinput.BadInput.Group;
import org.parley.system.badinput.BadInput.Start;

/**
 * Tokens nobody may sign in with. Those that only say something wrong are signed with the system's
 * own key, so that nothing else is wrong with them.
 */
final class TokenCases {

  private static final int KEY_BITS = 2048;

  /** More than a rate limit of once in some seconds lets through. */
  private static final int MOST_FETCHES = 10;

  private final RSAKey key;
  private final RSAKey foreign;

  private TokenCases(RSAKey key) throws JOSEException {
    this.key = key;
    this.foreign = new RSAKeyGenerator(KEY_BITS).keyID(key.getKeyID()).generate();
  }

  /** The cases for a system that signs with this key. */
  static List<Group> groups(RSAKey signingKey) throws JOSEException {
    TokenCases tokens = new TokenCases(signingKey);
    return List.of(
        new Group("Tokens", "`auth`, on a socket that was just opened.", tokens.cases()));
  }

  private List<BadInput> cases() throws JOSEException {
    Instant now = Instant.now();
    String good = sign(key, claims().build());
    RSAKey unknown = new RSAKeyGenerator(KEY_BITS).keyID("somebody-elses").generate();
    String stranger = sign(unknown, claims().build());
    return List.of(
        described(
            Start.OPENED,
            "A good one, signed by this test",
            scene -> scene.say(auth(good)),
            "success"),
        refused("No token at all: \"garbage\"", "garbage"),
        refused("Three words with dots", "a.b.c"),
        refused("Only dots", ".."),
        refused("Without its signature", sign(key, claims().build()).replaceFirst("[^.]*$", "")),
        refused("With another's claims", swapped()),
        refused("Huge: 60,000 bytes, well signed but for its last byte", huge()),
        refused("Not signed (alg none)", new PlainJWT(claims().build()).serialize()),
        refused("Signed with another key under our key's id", sign(foreign, claims().build())),
        refused("HS256 with our public key as the secret", signedWithPublicKey()),
        refused("RS512 with our key", sign(key, JWSAlgorithm.RS512, claims().build())),
        refused("PS256 with our key", sign(key, JWSAlgorithm.PS256, claims().build())),
        refused("Expired a minute ago", claiming(c -> c.expirationTime(in(now, -60)))),
        refused("Without an expiry", claiming(c -> c.expirationTime(null))),
        refused("Not valid before tomorrow", claiming(c -> c.notBeforeTime(in(now, 86_400)))),
        refused("For another audience", claiming(c -> c.audience("harbour"))),
        refused("For no audience", claiming(c -> c.audience((String) null))),
        refused("Of another issuer", claiming(c -> c.issuer("harbour"))),
        refused("Of no issuer", claiming(c -> c.issuer(null))),
        refused("About nobody", claiming(c -> c.subject(null))),
        refused("About somebody who is no number", claiming(c -> c.subject("alice"))),
        refused("Without a name", claiming(c -> c.claim("upn", null))),
        refused("Without a session", claiming(c -> c.claim("sid", null))),
        refused("With a session that is no number", claiming(c -> c.claim("sid", "first"))),
        described(
            Start.OUTSIDE,
            "Signed with another key under another id, until keys are not fetched any more",
            scene -> scene.heard(firstOtherAnswer(scene, stranger)),
            "error unavailable"));
  }

  /** Keys are fetched for an id that is not known, but not for every such token. */
  private static String firstOtherAnswer(Scene scene, String token) throws IOException {
    String answer;
    int tries = 0;
    do {
      answer = scene.askElsewhere(auth(token));
    } while (answer.startsWith("error unauthorized") && ++tries < MOST_FETCHES);
    return answer;
  }

  private static BadInput refused(String words, String token) {
    return described(
        Start.OPENED,
        words,
        scene -> scene.socket().text(auth(token).replace('\'', '"')),
        "error unauthorized",
        "close 4401");
  }

  private static String auth(String token) {
    return "{'type':'auth','token':'" + token + "'}";
  }

  private String claiming(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    return sign(key, change.apply(claims()).build());
  }

  private static JWTClaimsSet.Builder claims() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer("parley")
        .audience("parley")
        .subject("1")
        .claim("upn", "somebody")
        .claim("sid", "1")
        .claim("groups", List.of("user"))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(15))));
  }

  private static Date in(Instant now, long seconds) {
    return Date.from(now.plusSeconds(seconds));
  }

  private static String sign(RSAKey with, JWTClaimsSet claims) throws JOSEException {
    return sign(with, JWSAlgorithm.RS256, claims);
  }

  private static String sign(RSAKey with, JWSAlgorithm algorithm, JWTClaimsSet claims)
      throws JOSEException {
    return sign(new RSASSASigner(with), algorithm, with.getKeyID(), claims);
  }

  private static String sign(
      JWSSigner signer, JWSAlgorithm algorithm, String keyId, JWTClaimsSet claims)
      throws JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
    token.sign(signer);
    return token.serialize();
  }

  private String signedWithPublicKey() throws JOSEException {
    byte[] secret = key.toRSAPublicKey().getEncoded();
    return sign(new MACSigner(secret), JWSAlgorithm.HS256, key.getKeyID(), claims().build());
  }

  private String swapped() throws JOSEException {
    String[] mine = sign(key, claims().build()).split("\\.");
    String[] theirs = sign(key, claims().subject("2").build()).split("\\.");
    return mine[0] + "." + theirs[1] + "." + mine[2];
  }

  private String huge() throws JOSEException {
    String token = claiming(c -> c.claim("padding", "x".repeat(44_000)));
    char last = token.charAt(token.length() - 2) == 'A' ? 'B' : 'A';
    return token.substring(0, token.length() - 2) + last + token.charAt(token.length() - 1);
  }
}
