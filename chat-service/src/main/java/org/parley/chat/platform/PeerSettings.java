package org.parley.chat.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What this instance is called and whom it talks to.
 *
 * @param instance this instance's name in logs, metrics and Redis
 * @param serviceCredential the secret services show each other
 * @param probes whether it measures how long a message takes to other instances
 */
public record PeerSettings(
    String instance,
    Redis redis,
    UserService userService,
    String serviceCredential,
    boolean probes) {

  /**
   * Where Redis is, and who we are there.
   *
   * @param url a URI of Lettuce; {@code rediss} means TLS
   * @param user wins over the one in the URL, where there is one
   * @param password wins over the one in the URL, where there is one
   * @param ca who may vouch for it, in PEM; without, the JDK's trust store decides
   */
  public record Redis(
      String url, @Nullable String user, @Nullable String password, @Nullable Path ca) {

    /** Without who we are: the URL may hold that too. */
    @Override
    public String toString() {
      return "Redis[ca=" + ca + "]";
    }
  }

  /**
   * Where user-service answers gRPC.
   *
   * @param grpc host:port
   * @param ca who may vouch for it over TLS, in PEM; without, we speak plaintext
   * @param certificate what we prove ourselves with, in PEM, where it asks for that
   * @param key its private key, PKCS#8 without a password
   */
  public record UserService(
      String grpc, @Nullable Path ca, @Nullable Path certificate, @Nullable Path key) {

    public UserService {
      if ((certificate == null) != (key == null)) {
        throw new IllegalArgumentException(
            "PARLEY_USER_GRPC_CERT and PARLEY_USER_GRPC_KEY belong together: set both or neither");
      }
      if (certificate != null && ca == null) {
        throw new IllegalArgumentException(
            "PARLEY_USER_GRPC_CERT is set and PARLEY_USER_GRPC_CA is not: over plaintext nobody is shown a certificate");
      }
    }
  }

  public PeerSettings {
    if (serviceCredential.isBlank()) {
      throw new IllegalArgumentException(
          "PARLEY_SERVICE_CREDENTIAL is not set: give both services the same secret of 32 characters or more");
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "PeerSettings[instance=" + instance + ", userService=" + userService + "]";
  }
}
