package org.parley.users.key;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.parley.users.platform.BadSettingException;

/**
 * What nobody but the user of the service may reach: the files in {@code PARLEY_KEY_DIR}.
 *
 * <p>They are written completely under another name first. Then one is hard-linked to its own,
 * which fails when somebody was first (link(2), EEXIST; also over NFS), or renamed over what is
 * there (rename(2), atomic). So a crash leaves no half file, and instances that start at once
 * agree.
 */
public final class OwnerOnly {

  private static final String OWNER_DIRECTORY = "rwx------";
  private static final String OWNER_FILE = "rw-------";

  private OwnerOnly() {}

  /** The directory, made if it is not there. */
  public static void createDirectories(Path directory) throws IOException {
    Files.createDirectories(directory, owner(OWNER_DIRECTORY));
    require(directory, "700");
  }

  /** Whether the text is in the file now: not when there was one already. */
  public static boolean create(Path file, String text) throws IOException {
    Path draft = draft(file, text);
    try {
      Files.createLink(file, draft);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** In the place of the one that is there, if there is one. */
  static void replace(Path file, String text) throws IOException {
    move(draft(file, text), file);
  }

  /** The file is there no more, and in the place of the other. */
  static void move(Path from, Path file) throws IOException {
    Files.move(from, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path draft(Path file, String text) throws IOException {
    Path draft =
        Files.createTempFile(
            requireNonNull(file.getParent(), "a file in a directory"),
            "new",
            ".draft",
            owner(OWNER_FILE));
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    return draft;
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
