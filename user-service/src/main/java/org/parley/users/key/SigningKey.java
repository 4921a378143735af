package org.parley.users.key;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/**
 * What is said of a key that signs: a private JSON Web Key that knows when it was made ({@code
 * iat}) and, if it followed another, from when on it signs ({@code nbf}).
 */
final class SigningKey {

  /**
   * 128-bit security, which NIST SP 800-57 asks for beyond 2030; signing takes 3 ms, a login 100.
   */
  static final int BITS = 3072;

  /** Pinned: verifiers accept this algorithm and no other. */
  static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;

  private SigningKey() {}

  /** A new one that signs as soon as it is published. */
  static RSAKey generate(Instant now) {
    try {
      // The id is the key's thumbprint (RFC 7638): the same wherever it is computed.
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(new Algorithm(ALGORITHM.getName()))
          .keyIDFromThumbprint(true)
          .issueTime(Date.from(now.truncatedTo(ChronoUnit.SECONDS)))
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK cannot generate RSA keys", e);
    }
  }

  /** A new one that follows another, so much later. */
  static RSAKey generate(Instant now, Duration lead) {
    // A JWK has whole seconds: rather later than too early.
    Date from = Date.from(now.plus(lead).plusSeconds(1).truncatedTo(ChronoUnit.SECONDS));
    return new RSAKey.Builder(generate(now)).notBeforeTime(from).build();
  }

  static Instant made(RSAKey key) {
    return key.getIssueTime().toInstant();
  }

  static Instant signsFrom(RSAKey key) {
    return key.getNotBeforeTime() == null ? Instant.MIN : key.getNotBeforeTime().toInstant();
  }

  /** As everybody may see it: its times are nobody's business but the operator's. */
  static RSAKey shown(RSAKey key) {
    return new RSAKey.Builder(key.toPublicJWK()).issueTime(null).notBeforeTime(null).build();
  }

  /** One key, ready to sign. */
  record Signature(RSAKey key, JWSHeader header, JWSSigner signer) {

    static Signature of(RSAKey key) {
      try {
        return new Signature(
            key,
            new JWSHeader.Builder(ALGORITHM).type(JOSEObjectType.JWT).keyID(key.getKeyID()).build(),
            new RSASSASigner(key));
      } catch (JOSEException e) {
        throw new IllegalStateException("the signing key is not an RSA private key", e);
      }
    }

    String sign(JWTClaimsSet claims) {
      SignedJWT token = new SignedJWT(header, claims);
      try {
        token.sign(signer);
      } catch (JOSEException e) {
        throw new IllegalStateException("the access token could not be signed", e);
      }
      return token.serialize();
    }
  }
}
