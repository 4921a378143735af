package org.parley.users.token;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.parley.users.platform.BadSettingException;

/**
 * The signing key on disk: a private JSON Web Key in a directory of its own, both readable by their
 * owner only.
 *
 * <p>Written completely under another name, then hard-linked to its own, which fails when somebody
 * was first (link(2), EEXIST; also over NFS). So a crash leaves no half key, and instances that
 * start at once agree on one.
 */
final class KeyFile {

  static final String NAME = "signing-key.json";

  private static final String OWNER_DIRECTORY = "rwx------";
  private static final String OWNER_FILE = "rw-------";

  private final Path directory;
  private final Path file;

  KeyFile(Path directory) {
    this.directory = directory.toAbsolutePath();
    this.file = this.directory.resolve(NAME);
  }

  /** The key in the file, or {@code newKey} if there is none yet, which then is in the file. */
  RSAKey loadOrCreate(Supplier<RSAKey> newKey) {
    try {
      Files.createDirectories(directory, owner(OWNER_DIRECTORY));
      requireOwnerOnly(directory, "700");
      if (!Files.exists(file)) {
        create(newKey.get());
      }
      requireOwnerOnly(file, "600");
      return read();
    } catch (IOException e) {
      throw new BadSettingException(
          "The signing key in PARLEY_KEY_DIR cannot be used: %s (%s)."
              .formatted(e.getMessage(), e.getClass().getSimpleName()),
          e);
    }
  }

  private void create(RSAKey key) throws IOException {
    Path draft = Files.createTempFile(directory, NAME, ".draft", owner(OWNER_FILE));
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer json = StandardCharsets.UTF_8.encode(key.toJSONString());
        while (json.hasRemaining()) {
          channel.write(json);
        }
        channel.force(true);
      }
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another instance was first: its key is the key.
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private RSAKey read() throws IOException {
    try {
      RSAKey key = RSAKey.parse(Files.readString(file));
      if (key.isPrivate() && key.size() >= SigningKey.BITS && key.getKeyID() != null) {
        return key.getIssueTime() == null ? dated(key) : key;
      }
    } catch (ParseException e) {
      // Refused below. The cause is left out: it may quote the file.
    }
    throw new BadSettingException(
        ("%s does not hold a private RSA key of at least %d bits as a JSON Web Key. Restore it from a backup, or move it"
                + " away: a new key is made, and everybody's tokens are renewed by their sessions.")
            .formatted(file, SigningKey.BITS));
  }

  /** Keys of earlier versions do not say when they were made, but their file does. */
  private RSAKey dated(RSAKey key) throws IOException {
    Date made = Date.from(Files.getLastModifiedTime(file).toInstant());
    return new RSAKey.Builder(key).issueTime(made).build();
  }

  private static void requireOwnerOnly(Path path, String mode) throws IOException {
    Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
    others.removeAll(PosixFilePermissions.fromString(OWNER_DIRECTORY));
    if (!others.isEmpty()) {
      throw new BadSettingException(
          "Others can reach the signing key: run chmod %s %s and start again."
              .formatted(mode, path));
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> owner(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
