package org.parley.contract.rpc;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where gRPC is reached.
 *
 * @param host the address to listen on, the same as for HTTP; {@code *} means all
 * @param reflection whether callers may ask which services and messages there are, as grpcurl does
 * @param keyPair what the port proves itself with over TLS; without one it is plaintext
 */
public record RpcSettings(String host, int port, boolean reflection, @Nullable KeyPair keyPair) {

  /** The settings a key pair comes from. */
  public static final String CERTIFICATE = "PARLEY_GRPC_CERT";

  public static final String KEY = "PARLEY_GRPC_KEY";

  /**
   * Files in PEM.
   *
   * @param certificate of this server, and after it those between it and the authority
   * @param key its private key, PKCS#8 without a password
   */
  public record KeyPair(Path certificate, Path key) {

    /**
     * What the two settings say; empty means not set.
     *
     * @throws IllegalArgumentException with a sentence for the operator, when only one is set or a
     *     file cannot be read: nobody must believe that a port is encrypted which is not
     */
    public static @Nullable KeyPair of(String certificate, String key) {
      if (certificate.isEmpty() && key.isEmpty()) {
        return null;
      }
      if (certificate.isEmpty() || key.isEmpty()) {
        throw new IllegalArgumentException(
            "%s is set and %s is not: gRPC over TLS needs both; set neither for plaintext."
                .formatted(
                    certificate.isEmpty() ? KEY : CERTIFICATE,
                    certificate.isEmpty() ? CERTIFICATE : KEY));
      }
      return new KeyPair(readable(CERTIFICATE, certificate), readable(KEY, key));
    }

    private static Path readable(String name, String text) {
      Path file = Path.of(text);
      if (!Files.isReadable(file)) {
        throw new IllegalArgumentException(
            name + " is " + text + "; there is no such file, or it cannot be read.");
      }
      return file;
    }
  }
}
