package org.parley.users.token;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.parley.users.platform.Settings;

/** The key of this installation, the same over restarts and in every instance. */
@ApplicationScoped
class SigningKey {

  /**
   * 128-bit security, which NIST SP 800-57 asks for beyond 2030; signing takes 3 ms, a login 100.
   */
  static final int BITS = 3072;

  /** Pinned: verifiers accept this algorithm and no other. */
  static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;

  private RSAKey key;
  private String publicKeys;

  SigningKey() {
    // For CDI's proxy.
  }

  @Inject
  SigningKey(Settings settings) {
    this(
        new KeyFile(TokenSettings.from(settings).keyDirectory())
            .loadOrCreate(SigningKey::generate));
  }

  SigningKey(RSAKey key) {
    this.key = key;
    // Its age is nobody's business but the operator's.
    RSAKey shown = new RSAKey.Builder(key.toPublicJWK()).issueTime(null).build();
    this.publicKeys = new JWKSet(shown).toString(true);
  }

  static RSAKey generate() {
    try {
      // The id is the key's thumbprint (RFC 7638): the same wherever it is computed.
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(new Algorithm(ALGORITHM.getName()))
          .keyIDFromThumbprint(true)
          .issueTime(Date.from(Instant.now().truncatedTo(ChronoUnit.SECONDS)))
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK cannot generate RSA keys", e);
    }
  }

  /** For operators, who replace it from time to time: docs/operations.md. */
  void register(@Observes Startup startup, MetricRegistry registry) {
    Gauge<Long> made = () -> key.getIssueTime().toInstant().getEpochSecond();
    registry.gauge(
        Metadata.builder()
            .withName("signing_key_created_timestamp_seconds")
            .withDescription("When the key that signs tokens was made, in seconds since 1970.")
            .build(),
        made,
        Gauge::getValue);
  }

  RSAKey key() {
    return key;
  }

  /** A JSON Web Key Set with the public half. */
  String publicKeys() {
    return publicKeys;
  }
}
