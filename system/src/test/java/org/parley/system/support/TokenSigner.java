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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.function.UnaryOperator;

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

  /** A token of the system's once more, with another end. */
  public String again(String token, Instant end) {
    try {
      JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
      return sign(new JWTClaimsSet.Builder(claims).expirationTime(Date.from(end)).build());
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By another algorithm of the same key. */
  public String sign(JWSAlgorithm algorithm, JWTClaimsSet claims) {
    try {
      return sign(new RSASSASigner(key), header(algorithm).build(), claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With more in its header. */
  public String sign(UnaryOperator<JWSHeader.Builder> more, JWTClaimsSet claims) {
    try {
      return sign(new RSASSASigner(key), more.apply(header(JWSAlgorithm.RS256)).build(), claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By HS256 with what everybody knows, the public key, as the secret. */
  public String signWithPublicKey(JWTClaimsSet claims) {
    try {
      return signWithSecret(key.toRSAPublicKey().getEncoded(), claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same with the public key as text: PEM. */
  public String signWithPem(JWTClaimsSet claims) {
    try {
      String base64 =
          Base64.getMimeEncoder(64, new byte[] {'\n'})
              .encodeToString(key.toRSAPublicKey().getEncoded());
      String pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
      return signWithSecret(pem.getBytes(StandardCharsets.UTF_8), claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By HS256 with any text as the secret. */
  public String signWithSecret(byte[] secret, JWTClaimsSet claims) {
    try {
      return sign(new MACSigner(secret), header(JWSAlgorithm.HS256).build(), claims);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private JWSHeader.Builder header(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).keyID(key.getKeyID());
  }

  private static String sign(JWSSigner signer, JWSHeader header, JWTClaimsSet claims)
      throws JOSEException {
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }
}
