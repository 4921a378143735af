package org.parley.system.storage;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;
import org.parley.system.settings.StartProblem;

/**
 * Passwords between the parts: random, made once for each data folder, readable by its owner only.
 *
 * @param keystore opens Liberty's default key store
 * @param serviceCredential proves one service to another
 */
public record Secrets(
    String superuser, String users, String chat, String keystore, String serviceCredential) {

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** Reads the secrets of a data folder, or makes them for a new one. */
  public static Secrets of(Path dataFolder) {
    Path file = dataFolder.resolve("secrets.properties");
    try {
      if (Files.exists(file)) {
        return read(file);
      }
      if (Files.exists(dataFolder.resolve("postgres/PG_VERSION"))) {
        throw new StartProblem(
            file
                + " is missing, and the databases beside it cannot be opened without: put it back, or delete "
                + dataFolder
                + " to begin anew.");
      }
      Secrets made = new Secrets(random(), random(), random(), random(), random());
      made.write(file);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Secrets read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new Secrets(
        require(file, properties, "postgres.superuser"),
        require(file, properties, "postgres.parley_users"),
        require(file, properties, "postgres.parley_chat"),
        require(file, properties, "liberty.keystore"),
        require(file, properties, "service.credential"));
  }

  private static String require(Path file, Properties properties, String key) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new StartProblem(
          file
              + " holds no "
              + key
              + ": put the file back as it was, or delete "
              + file.getParent()
              + " to begin anew.");
    }
    return value;
  }

  private void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("postgres.superuser", superuser);
    properties.setProperty("postgres.parley_users", users);
    properties.setProperty("postgres.parley_chat", chat);
    properties.setProperty("liberty.keystore", keystore);
    properties.setProperty("service.credential", serviceCredential);
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(whole);
    Files.createFile(whole, OWNER_ONLY);
    try (Writer writer = Files.newBufferedWriter(whole)) {
      properties.store(
          writer, "Passwords of this local Parley; without them its databases cannot be opened.");
    }
    // Half a file would lock the databases away.
    Files.move(whole, file);
  }

  /** 32 bytes as hex: safe in SQL, URLs and XML alike. */
  private static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return "Secrets";
  }
}
