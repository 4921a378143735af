package org.parley.system.refusal;

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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.parley.system.support.Visitor;

/** Access tokens of one person with one thing wrong, signed with the system's own key. */
final class OddTokens {

  /** As a signer of ours needs it; far beyond the clock skew of 10 s that verifiers allow. */
  private static final int MINUTES = 10 * 60;

  private final RSAKey key;
  private final JWTClaimsSet good;
  private final String token;

  OddTokens(Path keyFile, Visitor person) {
    this.token = person.token();
    try {
      this.key = RSAKey.parse(Files.readString(keyFile));
      this.good = SignedJWT.parse(token).getJWTClaimsSet();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    return signed(JWSAlgorithm.RS256, change.apply(new JWTClaimsSet.Builder(good)), signer(key));
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
    try {
      RSAKey foreign = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
      return signed(JWSAlgorithm.RS256, new JWTClaimsSet.Builder(good), signer(foreign));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String ofAnotherAlgorithm(JWSAlgorithm algorithm) {
    return signed(algorithm, new JWTClaimsSet.Builder(good), signer(key));
  }

  /** HS256 with what everybody knows, the public key, as the secret. */
  String ofThePublicKeyAsSecret() {
    try {
      byte[] secret = key.toRSAPublicKey().getEncoded();
      return signed(JWSAlgorithm.HS256, new JWTClaimsSet.Builder(good), new MACSigner(secret));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
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

  private String signed(JWSAlgorithm algorithm, JWTClaimsSet.Builder claims, JWSSigner signer) {
    try {
      SignedJWT made =
          new SignedJWT(
              new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims.build());
      made.sign(signer);
      return made.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWSSigner signer(RSAKey key) {
    try {
      return new RSASSASigner(key);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
