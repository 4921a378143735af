package org.parley.contract.rpc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
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

  /** The setting that lets nobody call who proves nothing. */
  public static final String CLIENT_CA = "PARLEY_GRPC_CLIENT_CA";

  /**
   * Files in PEM.
   *
   * @param certificate of this server, and after it those between it and the authority
   * @param key its private key, PKCS#8 without a password
   * @param clientCa who may vouch for callers, all of whom then have to show a certificate;
   *     without, none is asked for
   */
  public record KeyPair(Path certificate, Path key, @Nullable Path clientCa) {

    /**
     * What the three settings say.
     *
     * @param setting the value by its name; empty means not set
     * @throws IllegalArgumentException with a sentence for the operator, when only one of the first
     *     two is set, the third without them, or a file cannot be read: nobody must believe that a
     *     port is protected which is not
     */
    public static @Nullable KeyPair of(UnaryOperator<String> setting) {
      String certificate = setting.apply(CERTIFICATE);
      String key = setting.apply(KEY);
      String clientCa = setting.apply(CLIENT_CA);
      if (certificate.isEmpty() && key.isEmpty()) {
        if (!clientCa.isEmpty()) {
          throw new IllegalArgumentException(
              "%s is set and %s is not: over plaintext nobody shows a certificate."
                  .formatted(CLIENT_CA, CERTIFICATE));
        }
        return null;
      }
      if (certificate.isEmpty() || key.isEmpty()) {
        throw new IllegalArgumentException(
            "%s is set and %s is not: gRPC over TLS needs both; set neither for plaintext."
                .formatted(
                    certificate.isEmpty() ? KEY : CERTIFICATE,
                    certificate.isEmpty() ? CERTIFICATE : KEY));
      }
      return new KeyPair(
          readable(CERTIFICATE, certificate),
          readable(KEY, key),
          clientCa.isEmpty() ? null : readable(CLIENT_CA, clientCa));
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
