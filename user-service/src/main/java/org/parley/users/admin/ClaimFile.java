package org.parley.users.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The token by which the first admin proves to run this installation: 256 random bits in a file
 * that its owner only can read. It is kept nowhere else.
 *
 * <p>Written completely under another name and then hard-linked to its own, so that instances that
 * start at once agree on one, as they do on the signing key.
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
    Files.createDirectories(directory, owner("rwx------"));
    Path draft = Files.createTempFile(directory, NAME, ".draft", owner("rw-------"));
    try {
      byte[] bits = new byte[TOKEN_BYTES];
      RANDOM.nextBytes(bits);
      Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(bits) + "\n");
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another instance was first, or this one before: its token is the token.
    } finally {
      Files.deleteIfExists(draft);
    }
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

  private static FileAttribute<Set<PosixFilePermission>> owner(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
