package org.parley.users.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.parley.users.key.OwnerOnly;

/**
 * The token by which the first admin proves to run this installation: 256 random bits in a file
 * that its owner only can read. It is kept nowhere else. Instances that start at once agree on one,
 * as they do on the signing key.
 */
final class ClaimFile {

  static final String NAME = "first-admin-token";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN_BYTES = 32;

  private final Path directory;
  private final Path file;

  ClaimFile(Path directory) {
    this.directory = directory.toAbsolutePath();
    this.file = this.directory.resolve(NAME);
  }

  Path path() {
    return file;
  }

  /** Makes the file, if it is not there. */
  void create() throws IOException {
    OwnerOnly.createDirectories(directory);
    byte[] bits = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bits);
    // Another instance may have been first, or this one before: its token is the token.
    OwnerOnly.create(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bits) + "\n");
  }

  /**
   * Whether this is the token in the file; not when there is none. Takes the same time wherever the
   * first wrong byte is.
   */
  boolean holds(String token) throws IOException {
    try {
      byte[] expected = Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
      return expected.length > 0
          && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), expected);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
