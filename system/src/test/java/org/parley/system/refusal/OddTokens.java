package org.parley.system.refusal;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.parley.system.support.TokenSigner;
import org.parley.system.support.Visitor;

/** Access tokens of one person with one thing wrong, signed with the system's own key. */
final class OddTokens {

  /** As a signer of ours needs it; far beyond the clock skew of 10 s that verifiers allow. */
  private static final int MINUTES = 10 * 60;

  /** Far beyond what a clock that is wrong explains. */
  private static final int HOUR = 60 * 60;

  private final TokenSigner signer;
  private final TokenSigner stranger;
  private final JWTClaimsSet good;
  private final String token;

  OddTokens(TokenSigner signer, Visitor person) {
    this.signer = signer;
    this.stranger = signer.foreign();
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
    return stranger.sign(good);
  }

  String ofAnotherAlgorithm(JWSAlgorithm algorithm) {
    return signer.sign(algorithm, good);
  }

  /** HS256 with what everybody knows, the public key, as the secret. */
  String ofThePublicKeyAsSecret() {
    return signer.signWithPublicKey(good);
  }

  /** The same with the key as text: PEM, and the JSON Web Key that is published. */
  List<String> ofThePublicKeyAsText() {
    RSAKey published = signer.key().toPublicJWK();
    RSAKey shown = new RSAKey.Builder(published).issueTime(null).notBeforeTime(null).build();
    return List.of(
        signer.signWithPem(good),
        signer.signWithSecret(shown.toJSONString().getBytes(StandardCharsets.UTF_8), good));
  }

  /** By a key of somebody else's that the token itself brings along. */
  String bringingItsKey() {
    return stranger.sign(header -> header.jwk(stranger.key().toPublicJWK()), good);
  }

  /** By a key of somebody else's, with the address where it is to be fetched. */
  String pointingAtItsKey(URI address) {
    return stranger.sign(header -> header.jwkURL(address), good);
  }

  /** By a key of somebody else's, with the address of its certificate. */
  String pointingAtItsCertificate(URI address) {
    return stranger.sign(header -> header.x509CertURL(address), good);
  }

  /** By a key that nobody knows, under a name that nobody knows. */
  String ofAnUnknownKey(String name) {
    return stranger.sign(header -> header.keyID(name), good);
  }

  /** Of another type. */
  String typed(String type) {
    return signer.sign(header -> header.type(new JOSEObjectType(type)), good);
  }

  String issuedInTheFuture() {
    return claiming(claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(HOUR))));
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
