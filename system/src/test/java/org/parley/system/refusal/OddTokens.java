package org.parley.system.refusal;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.parley.system.support.TokenSigner;
import org.parley.system.support.Visitor;

/** Access tokens of one person with one thing wrong, signed with the system's own key. */
final class OddTokens {

  /** As a signer of ours needs it; far beyond the clock skew of 10 s that verifiers allow. */
  private static final int MINUTES = 10 * 60;

  private final TokenSigner signer;
  private final JWTClaimsSet good;
  private final String token;

  OddTokens(TokenSigner signer, Visitor person) {
    this.signer = signer;
    this.token = person.token();
    try {
      this.good = SignedJWT.parse(token).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nothing is wrong: shows that what is wrong with the others is what they say. */
  String good() {
    return claiming(claims -> claims);
  }

  /** Signed by the right key, with other claims. */
  String claiming(UnaryOperator<JWTClaimsSet.Builder> change) {
    return signer.sign(change.apply(new JWTClaimsSet.Builder(good)).build());
  }

  String expired() {
    Instant then = Instant.now().minusSeconds(MINUTES);
    return claiming(
        claims ->
            claims
                .issueTime(Date.from(then.minusSeconds(MINUTES)))
                .expirationTime(Date.from(then)));
  }

  String notYetValid() {
    return claiming(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(MINUTES))));
  }

  /** By a key of somebody else's, under the name of ours. */
  String ofAForeignKey() {
    return signer.foreign().sign(good);
  }

  String ofAnotherAlgorithm(JWSAlgorithm algorithm) {
    return signer.sign(algorithm, good);
  }

  /** HS256 with what everybody knows, the public key, as the secret. */
  String ofThePublicKeyAsSecret() {
    return signer.signWithPublicKey(good);
  }

  /** The algorithm {@code none}. */
  String unsigned() {
    return new PlainJWT(good).serialize();
  }

  /** The claims of another person under the signature of this one. */
  String withOtherClaims() {
    String[] parts = token.split("\\.");
    String[] other = claiming(claims -> claims.subject("1")).split("\\.");
    return parts[0] + "." + other[1] + "." + parts[2];
  }

  String withoutSignature() {
    return token.substring(0, token.lastIndexOf('.') + 1);
  }
}
