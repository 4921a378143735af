package org.parley.system.liberty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.parley.system.settings.ProjectFolder;
import org.parley.system.settings.StartProblem;
import org.parley.system.storage.Secrets;

/**
 * Where Liberty's servers write, one folder for each instance; kept between runs, because what they
 * cache there shortens the next start.
 *
 * <p>Their key stores are kept there too. With another password than it was made with, a key store
 * cannot be opened, and Liberty then turns token checking off without a word; so other passwords
 * mean fresh folders.
 */
public record LibertyOutput(Path folder) {

  Path of(String instance) {
    return folder.resolve(instance);
  }

  public void prepare(ProjectFolder project, Secrets secrets) {
    Path note = folder.resolve("keystore-password.sha256");
    try {
      String fingerprint = fingerprint(project, secrets);
      if (!Files.exists(note) && Files.exists(folder)) {
        throw new StartProblem(
            folder + " is not a folder Parley made: choose another PARLEY_RUN_DIR.");
      }
      if (!Files.exists(note) || !fingerprint.equals(Files.readString(note))) {
        delete();
        Files.createDirectories(folder);
        Files.writeString(note, fingerprint);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Of our password, and of the server.env files that the build may have made, whose passwords
   * Liberty prefers.
   */
  private static String fingerprint(ProjectFolder project, Secrets secrets) throws IOException {
    MessageDigest digest = sha256();
    digest.update(secrets.keystore().getBytes(StandardCharsets.UTF_8));
    for (String service : ProjectFolder.SERVICES) {
      Path environment = project.server(service).resolve("server.env");
      if (Files.exists(environment)) {
        digest.update(Files.readAllBytes(environment));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void delete() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      // Every Java has it.
      throw new IllegalStateException(e);
    }
  }
}
