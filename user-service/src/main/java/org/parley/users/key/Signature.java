package org.parley.users.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** One key, ready to sign. */
record Signature(RSAKey key, JWSHeader header, JWSSigner signer) {

  static Signature of(RSAKey key) {
    try {
      return new Signature(
          key,
          new JWSHeader.Builder(SigningKey.ALGORITHM)
              .type(JOSEObjectType.JWT)
              .keyID(key.getKeyID())
              .build(),
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
