package org.parley.chat.platform;

/**
 * What this instance is called and whom it talks to.
 *
 * @param instance this instance's name in logs, metrics and Redis
 * @param redisUrl Redis, as a URI of Lettuce
 * @param userGrpc host:port of user-service's gRPC
 * @param serviceCredential the secret services show each other
 */
public record PeerSettings(
    String instance, String redisUrl, String userGrpc, String serviceCredential) {

  public PeerSettings {
    if (serviceCredential.isBlank()) {
      throw new IllegalArgumentException(
          "PARLEY_SERVICE_CREDENTIAL is not set: give both services the same secret of 32 characters or more");
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "PeerSettings[instance=" + instance + ", redisUrl=…, userGrpc=" + userGrpc + "]";
  }
}
