package org.parley.system.refusal;

import static org.parley.system.refusal.Outcome.FINE;
import static org.parley.system.refusal.Outcome.INVALID;
import static org.parley.system.refusal.Outcome.MALFORMED;
import static org.parley.system.refusal.Outcome.UNAUTHORIZED;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Access tokens, each shown to user-service and to chat-service. */
final class TokenCases {

  private static final List<String> ADDRESSES = List.of("/api/v1/users/me", "/api/v1/rooms");
  private static final Map<String, Function<OddTokens, String>> TOKENS = new LinkedHashMap<>();

  static {
    TOKENS.put("expired 10 minutes ago", OddTokens::expired);
    TOKENS.put("not valid for 10 minutes yet", OddTokens::notYetValid);
    TOKENS.put("signed by a foreign key under our key's name", OddTokens::ofAForeignKey);
    TOKENS.put("not signed: the algorithm `none`", OddTokens::unsigned);
    TOKENS.put("the signature cut off", OddTokens::withoutSignature);
    TOKENS.put("claims of somebody else under this signature", OddTokens::withOtherClaims);
    TOKENS.put("HS256 with the public key as its secret", OddTokens::ofThePublicKeyAsSecret);
    TOKENS.put(
        "HS256 with the public key in PEM as its secret",
        tokens -> tokens.ofThePublicKeyAsText().getFirst());
    TOKENS.put(
        "HS256 with the published key, a JSON Web Key, as its secret",
        tokens -> tokens.ofThePublicKeyAsText().getLast());
    TOKENS.put("signed by a foreign key that is in its header (`jwk`)", OddTokens::bringingItsKey);
    TOKENS.put(
        "signed by a foreign key to be fetched (`jku`)",
        tokens -> tokens.pointingAtItsKey(AttackersKeys.ADDRESS));
    TOKENS.put(
        "signed by a foreign key whose certificate is to be fetched (`x5u`)",
        tokens -> tokens.pointingAtItsCertificate(AttackersKeys.ADDRESS));
    TOKENS.put("of another type", tokens -> tokens.typed("at+jwt"));
    TOKENS.put("issued in an hour", OddTokens::issuedInTheFuture);
    for (String claim : List.of("sub", "upn", "sid", "iat")) {
      TOKENS.put("without `" + claim + "`", tokens -> tokens.claiming(c -> c.claim(claim, null)));
    }
    TOKENS.put("RS512", tokens -> tokens.ofAnotherAlgorithm(JWSAlgorithm.RS512));
    TOKENS.put("PS256", tokens -> tokens.ofAnotherAlgorithm(JWSAlgorithm.PS256));
    TOKENS.put(
        "for another audience", tokens -> tokens.claiming(claims -> claims.audience("elsewhere")));
    TOKENS.put(
        "for no audience",
        tokens -> tokens.claiming(claims -> claims.audience((List<String>) null)));
    TOKENS.put(
        "of another issuer", tokens -> tokens.claiming(claims -> claims.issuer("elsewhere")));
    TOKENS.put("of no issuer", tokens -> tokens.claiming(claims -> claims.issuer(null)));
    TOKENS.put("without an end", tokens -> tokens.claiming(claims -> claims.expirationTime(null)));
    TOKENS.put("garbage", tokens -> "garbage");
    TOKENS.put("three parts of garbage", tokens -> "e30.e30.e30");
  }

  private TokenCases() {}

  /** Every token nobody may come in with, by what is wrong with it. */
  static Map<String, Function<OddTokens, String>> bad() {
    return Collections.unmodifiableMap(TOKENS);
  }

  static List<Attempt> all() {
    List<Attempt> cases = new ArrayList<>();
    for (String address : ADDRESSES) {
      cases.add(
          Attempt.get("nothing is wrong with it", address, FINE)
              .authorized(scene -> List.of("Bearer " + scene.tokens().good())));
      TOKENS.forEach(
          (wrong, token) ->
              cases.add(
                  Attempt.get(wrong, address, UNAUTHORIZED)
                      .authorized(scene -> List.of("Bearer " + token.apply(scene.tokens())))));
      cases.add(Attempt.get("none", address, UNAUTHORIZED).authorized(scene -> List.of()));
      cases.add(
          Attempt.get("`Bearer` and nothing", address, UNAUTHORIZED)
              .authorized(scene -> List.of("Bearer")));
      cases.add(
          Attempt.get("good, without `Bearer`", address, FINE)
              .authorized(scene -> List.of(scene.me().token())));
      cases.add(
          Attempt.get("as `Basic`", address, UNAUTHORIZED)
              .authorized(scene -> List.of("Basic bWU6bXlzZWxm")));
      cases.add(
          Attempt.get("in the address", address + "?access_token=eyJ", UNAUTHORIZED)
              .authorized(scene -> List.of()));
      cases.add(
          Attempt.get("twice", address, MALFORMED)
              .authorized(
                  scene -> List.of("Bearer " + scene.me().token(), "Bearer " + scene.me().token()))
              .at(Attempt.At.EDGE));
    }
    cases.add(
        Attempt.get("garbage, where none is needed", "/.well-known/jwks.json", FINE)
            .authorized(scene -> List.of("Bearer garbage")));
    cases.add(
        Attempt.post("garbage, where none is needed", "/api/v1/users/login", "{}", INVALID)
            .authorized(scene -> List.of("Bearer garbage")));
    cases.add(
        Attempt.of("garbage", "POST", "/api/v1/users/logout", UNAUTHORIZED)
            .authorized(scene -> List.of("Bearer garbage")));
    return cases;
  }
}
