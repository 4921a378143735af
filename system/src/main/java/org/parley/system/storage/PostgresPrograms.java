package org.parley.system.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder into which PostgreSQL's programs are unpacked (PG-&lt;hash of the archive&gt;), and
 * its repair: an unpacking that was cut short makes every later one fail with
 * FileAlreadyExistsException, so a folder that is not whole is deleted first.
 */
record PostgresPrograms(Path folder) {

  /** Written last, by the library that unpacks. */
  private static final String WHOLE = ".exists";

  private static final List<String> NEEDED =
      List.of(WHOLE, "bin/initdb", "bin/pg_ctl", "bin/postgres");

  /**
   * Runs something that may unpack, while no other local system does.
   *
   * @throws IOException from the folder itself
   */
  void exclusively(Runnable action) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("unpack.lock");
    synchronized (PostgresPrograms.class) {
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid()) {
          deleteUnlessWhole();
        }
        action.run();
      }
    }
  }

  private void deleteUnlessWhole() throws IOException {
    try (DirectoryStream<Path> unpacked = Files.newDirectoryStream(folder, "PG-*")) {
      for (Path one : unpacked) {
        if (!NEEDED.stream().allMatch(name -> Files.exists(one.resolve(name)))) {
          delete(one);
        }
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
