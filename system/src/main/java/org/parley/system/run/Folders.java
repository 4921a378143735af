package org.parley.system.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.parley.system.guard.FolderLock;
import org.parley.system.settings.StartProblem;
import org.parley.system.settings.SystemSettings;

/** The folders of one system, made where missing and held while it runs. */
final class Folders implements AutoCloseable {

  private final List<FolderLock> locks = new ArrayList<>();

  private Folders() {}

  static Folders take(SystemSettings settings) {
    Folders folders = new Folders();
    try {
      Files.createDirectories(settings.logFolder());
      createOwnerOnly(settings.dataFolder());
      createOwnerOnly(settings.keyFolder());
      folders.locks.add(FolderLock.take(settings.dataFolder(), "PARLEY_DATA_DIR"));
      folders.locks.add(FolderLock.take(settings.runFolder(), "PARLEY_RUN_DIR"));
      return folders;
    } catch (IOException e) {
      folders.close();
      throw new StartProblem("A folder could not be made: " + e.getMessage() + ".", e);
    } catch (StartProblem e) {
      folders.close();
      throw e;
    }
  }

  /**
   * A folder that exists keeps its permissions, which may be somebody's choice, but must be closed
   * to others.
   */
  private static void createOwnerOnly(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    if (!permissions.endsWith("------")) {
      throw new StartProblem(
          folder
              + " can be opened by others, and passwords and keys are kept there: chmod 700 it.");
    }
  }

  @Override
  public void close() {
    locks.forEach(FolderLock::close);
  }
}
