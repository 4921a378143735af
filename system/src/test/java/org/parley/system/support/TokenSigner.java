package org.parley.system.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** Signs access tokens, with a system's own key or with one that nobody knows. */
public record TokenSigner(RSAKey key) {

  /** The least RS256 takes; nobody is to trust it. */
  private static final int BITS = 2048;

  /** With the key in this file. */
  public static TokenSigner of(Path keyFile) {
    try {
      return new TokenSigner(RSAKey.parse(Files.readString(keyFile)));
    } catch (IOException | ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With a key of somebody else's, under this id. */
  public static TokenSigner foreign(String keyId) {
    try {
      return new TokenSigner(new RSAKeyGenerator(BITS).keyID(keyId).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With a key of somebody else's, under the id of this one. */
  public TokenSigner foreign() {
    return foreign(key.getKeyID());
  }

  /** As the system signs. */
  public String sign(JWTClaimsSet claims) {
    return sign(JWSAlgorithm.RS256, claims);
  }

  /** By another algorithm of the same key. */
  public String sign(JWSAlgorithm algorithm, JWTClaimsSet claims) {
    try {
      return sign(new RSASSASigner(key), algorithm, claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By HS256 with what everybody knows, the public key, as the secret. */
  public String signWithPublicKey(JWTClaimsSet claims) {
    try {
      byte[] secret = key.toRSAPublicKey().getEncoded();
      return sign(new MACSigner(secret), JWSAlgorithm.HS256, claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String sign(JWSSigner signer, JWSAlgorithm algorithm, JWTClaimsSet claims)
      throws JOSEException {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
    token.sign(signer);
    return token.serialize();
  }
}
