package org.parley.users.key;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Date;
import java.util.Optional;
import org.parley.users.platform.BadSettingException;

/** A key on disk: a private JSON Web Key, readable by its owner only. See {@link OwnerOnly}. */
record KeyFile(Path directory, String name) {

  Path path() {
    return directory.resolve(name);
  }

  /** The key; empty when there is no such file. */
  Optional<RSAKey> find() throws IOException {
    try {
      OwnerOnly.require(path(), "600");
      return Optional.of(parse(Files.readString(path())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Whether the key is in the file now: not when there was one already. */
  boolean create(RSAKey key) throws IOException {
    return OwnerOnly.create(path(), key.toJSONString());
  }

  /** In the place of the one that is there. */
  void replace(RSAKey key) throws IOException {
    OwnerOnly.replace(path(), key.toJSONString());
  }

  /** The key of the other file, which then is there no more, in the place of this one. */
  void replace(KeyFile other) throws IOException {
    OwnerOnly.move(other.path(), path());
  }

  void delete() throws IOException {
    Files.deleteIfExists(path());
  }

  private RSAKey parse(String json) throws IOException {
    try {
      RSAKey key = RSAKey.parse(json);
      if (key.isPrivate() && key.size() >= SigningKey.BITS && key.getKeyID() != null) {
        return key.getIssueTime() == null ? dated(key) : key;
      }
    } catch (ParseException e) {
      // Refused below. The cause is left out: it may quote the file.
    }
    throw new BadSettingException(
        ("%s does not hold a private RSA key of at least %d bits as a JSON Web Key. Restore it from a backup, or move it"
                + " away: a new key is made, and everybody's tokens are renewed by their sessions.")
            .formatted(path(), SigningKey.BITS));
  }

  /** Keys of earlier versions do not say when they were made, but their file does. */
  private RSAKey dated(RSAKey key) throws IOException {
    Date made = Date.from(Files.getLastModifiedTime(path()).toInstant());
    return new RSAKey.Builder(key).issueTime(made).build();
  }
}
