package org.parley.users.directory;

import org.parley.users.platform.Settings;

/**
 * Where services reach us and how they prove that they are ours.
 *
 * @param host the address to listen on, the same as for HTTP; {@code *} means all
 */
record DirectorySettings(String host, int port, String credential) {

  static DirectorySettings from(Settings settings) {
    return new DirectorySettings(
        settings.text("PARLEY_HTTP_HOST", "localhost"),
        settings.port("PARLEY_GRPC_PORT", 9980),
        settings.require(
            "PARLEY_SERVICE_CREDENTIAL", "a secret that this service and chat-service share"));
  }

  /** Never the credential: records end up in logs. */
  @Override
  public String toString() {
    return "DirectorySettings[" + host + ":" + port + "]";
  }
}
