package org.parley.users.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.parley.users.platform.BadSettingException;

/** What nobody but the user of the service may reach. */
final class OwnerOnly {

  private static final String OWNER_DIRECTORY = "rwx------";
  private static final String OWNER_FILE = "rw-------";

  private OwnerOnly() {}

  /** The directory, made if it is not there. */
  static void createDirectories(Path directory) throws IOException {
    Files.createDirectories(directory, owner(OWNER_DIRECTORY));
    require(directory, "700");
  }

  /** An empty file of a name nobody has. */
  static Path createDraft(Path directory) throws IOException {
    return Files.createTempFile(directory, "key", ".draft", owner(OWNER_FILE));
  }

  /** What a file is opened with that may have to be made. */
  static FileAttribute<Set<PosixFilePermission>> file() {
    return owner(OWNER_FILE);
  }

  static void require(Path path, String mode) throws IOException {
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
