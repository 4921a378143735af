package org.parley.contract.secure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority of a test's own, and what it vouches for, made with the JDK's keytool. */
public final class CertificateAuthority {

  /** Of a key store that nobody keeps. */
  private static final String STORE_PASSWORD = "not-a-secret";

  private static final String SELF = "authority";

  /**
   * What a server proves itself with, both in PEM.
   *
   * @param key PKCS#8 without a password, readable by its owner only, as PostgreSQL insists
   */
  public record KeyPair(Path certificate, Path key) {}

  private final Path folder;
  private final Path store;

  private CertificateAuthority(Path folder) {
    this.folder = folder;
    this.store = folder.resolve("authority.p12");
  }

  /** A new one, which writes into this folder and nowhere else; whatever was there is its past. */
  public static CertificateAuthority in(Path folder) {
    CertificateAuthority made = new CertificateAuthority(folder);
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(made.store);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Named after its folder: of two authorities of one name, each would be looked at for the
    // other.
    made.generate(
        SELF,
        String.valueOf(folder.getFileName()),
        List.of("-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign"));
    made.write(SELF + ".pem", "CERTIFICATE", made.certificate(SELF));
    return made;
  }

  /** Its own certificate, in PEM: for those who believe it. */
  public Path certificate() {
    return folder.resolve(SELF + ".pem");
  }

  /** Vouches for a service of this name, to those it answers and to those it asks. */
  public KeyPair issue(String host) {
    generate(
        host,
        host,
        List.of("-signer", SELF, "-ext", "san=dns:" + host, "-ext", "eku=serverAuth,clientAuth"));
    Path certificate = write(host + ".pem", "CERTIFICATE", certificate(host));
    return new KeyPair(certificate, write(host + ".key", "PRIVATE KEY", key(host)));
  }

  private void generate(String alias, String name, List<String> more) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    words.addAll(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + name));
    // A curve every one of our parts knows; two days outlast the longest test and any midnight.
    words.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2"));
    words.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    words.addAll(List.of("-storepass", STORE_PASSWORD));
    words.addAll(more);
    try {
      Process keytool = new ProcessBuilder(words).redirectErrorStream(true).start();
      String said =
          new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("keytool: " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private byte[] certificate(String alias) {
    try {
      return open().getCertificate(alias).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] key(String alias) {
    try {
      return open().getKey(alias, STORE_PASSWORD.toCharArray()).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore open() throws GeneralSecurityException {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore opened = KeyStore.getInstance("PKCS12");
      opened.load(in, STORE_PASSWORD.toCharArray());
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String name, String what, byte[] encoded) {
    // 64 characters a line: RFC 7468, and OpenSSL 1.1 insists on short lines.
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    try {
      Path file = folder.resolve(name);
      Files.writeString(
          file, "-----BEGIN %s-----%n%s%n-----END %1$s-----%n".formatted(what, lines));
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
