package org.parley.chat.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Issues access tokens as user-service does, with a key of its own. */
public final class TokenIssuer {

  private static final int KEY_BITS = 2048;

  private final RSAKey key;

  public TokenIssuer(String keyId) {
    try {
      key = new RSAKeyGenerator(KEY_BITS).keyID(keyId).algorithm(JWSAlgorithm.RS256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public RSAKey key() {
    return key;
  }

  public JWKSet keys() {
    return new JWKSet(key);
  }

  /** A good token. */
  public String token(long userId, String username) {
    return sign(claims(userId, username).build());
  }

  /** What a good token says, to be changed. */
  public JWTClaimsSet.Builder claims(long userId, String username) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer("parley")
        .audience("parley")
        .subject(Long.toString(userId))
        .claim("upn", username)
        .claim("sid", Long.toString(userId * 10))
        .claim("groups", List.of("user"))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(15))));
  }

  public String sign(JWTClaimsSet claims) {
    return sign(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
  }

  public String sign(JWSHeader header, JWTClaimsSet claims) {
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
