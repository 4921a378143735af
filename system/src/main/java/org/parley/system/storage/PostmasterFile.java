package org.parley.system.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's own note of its process id, there from its start to its end in good order. */
record PostmasterFile(Path path) {

  PostmasterFile(Path dataFolder, String name) {
    this(dataFolder.resolve(name));
  }

  /** The running PostgreSQL; a note left behind by one that was killed does not count. */
  Optional<ProcessHandle> runningProcess() {
    return readPid()
        .flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .filter(PostmasterFile::isPostgres);
  }

  private Optional<Long> readPid() {
    try {
      List<String> lines = Files.readAllLines(path);
      return lines.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(lines.get(0).strip()));
    } catch (IOException | NumberFormatException e) {
      // Not there, or being written.
      return Optional.empty();
    }
  }

  /**
   * The number may have gone to another program since; a process whose command we may not see is
   * taken for PostgreSQL.
   */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.endsWith("postgres")).orElse(true);
  }
}
