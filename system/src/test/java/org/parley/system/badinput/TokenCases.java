package org.parley.system.badinput;

import static org.parley.system.badinput.BadInput.described;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.parley.system.badinput.BadInput.Group;
import org.parley.system.badinput.BadInput.Start;
import org.parley.system.support.TokenSigner;

/**
 * Tokens nobody may sign in with. Those that only say something wrong are signed with the system's
 * own key, so that nothing else is wrong with them.
 */
final class TokenCases {

  /** More than a rate limit of once in some seconds lets through. */
  private static final int MOST_FETCHES = 10;

  private final TokenSigner signer;

  private TokenCases(TokenSigner signer) {
    this.signer = signer;
  }

  /** The cases for a system that signs like this. */
  static List<Group> groups(TokenSigner signer) {
    return List.of(
        new Group(
            "Tokens", "`auth`, on a socket that was just opened.", new TokenCases(signer).cases()));
  }

  private List<BadInput> cases() {
    Instant now = Instant.now();
    String good = signer.sign(claims().build());
    String stranger = TokenSigner.foreign("somebody-elses").sign(claims().build());
    return List.of(
        described(
            Start.OPENED,
            "A good one, signed by this test",
            scene -> scene.say(auth(good)),
            "success"),
        refused("No token at all: \"garbage\"", "garbage"),
        refused("Three words with dots", "a.b.c"),
        refused("Only dots", ".."),
        refused("Without its signature", signer.sign(claims().build()).replaceFirst("[^.]*$", "")),
        refused("With another's claims", swapped()),
        refused("Huge: 60,000 bytes, well signed but for its last byte", huge()),
        refused("Not signed (alg none)", new PlainJWT(claims().build()).serialize()),
        refused(
            "Signed with another key under our key's id", signer.foreign().sign(claims().build())),
        refused(
            "HS256 with our public key as the secret", signer.signWithPublicKey(claims().build())),
        refused("RS512 with our key", signer.sign(JWSAlgorithm.RS512, claims().build())),
        refused("PS256 with our key", signer.sign(JWSAlgorithm.PS256, claims().build())),
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

  private String claiming(UnaryOperator<JWTClaimsSet.Builder> change) {
    return signer.sign(change.apply(claims()).build());
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

  private String swapped() {
    String[] mine = signer.sign(claims().build()).split("\\.");
    String[] theirs = signer.sign(claims().subject("2").build()).split("\\.");
    return mine[0] + "." + theirs[1] + "." + mine[2];
  }

  private String huge() {
    String token = claiming(c -> c.claim("padding", "x".repeat(44_000)));
    char last = token.charAt(token.length() - 2) == 'A' ? 'B' : 'A';
    return token.substring(0, token.length() - 2) + last + token.charAt(token.length() - 1);
  }
}
