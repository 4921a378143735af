package org.parley.system.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost and its key, made for one run by the JDK's keytool. */
public record Identity(X509Certificate certificate, PrivateKey key) {

  private static final String ALIAS = "edge";

  /** A new one; the folder takes a file for a moment. */
  public static Identity make(Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = folder.resolve(UUID.randomUUID() + ".p12");
    String password = UUID.randomUUID().toString();
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                password)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).as("keytool").isZero();
    KeyStore made = KeyStore.getInstance(store.toFile(), password.toCharArray());
    return new Identity(
        (X509Certificate) made.getCertificate(ALIAS),
        (PrivateKey) made.getKey(ALIAS, password.toCharArray()));
  }

  /** Puts both where an edge looks for them. */
  public void writeTo(Path folder) throws IOException, GeneralSecurityException {
    Files.writeString(
        folder.resolve("fullchain.pem"), pem("CERTIFICATE", certificate.getEncoded()));
    Files.writeString(folder.resolve("privkey.pem"), pem("PRIVATE KEY", key.getEncoded()));
  }

  /** The certificate as a file of its own, for clients that read one. */
  public Path certificateIn(Path folder) throws IOException, GeneralSecurityException {
    return Files.writeString(
        folder.resolve("trusted.pem"), pem("CERTIFICATE", certificate.getEncoded()));
  }

  /** A client that trusts these and nobody else. */
  public static SSLContext trusting(Identity... identities)
      throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    for (Identity identity : identities) {
      trusted.setCertificateEntry(UUID.randomUUID().toString(), identity.certificate);
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static String pem(String kind, byte[] content) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(content));
  }
}
