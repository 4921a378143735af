package org.parley.system.chaos;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.parley.system.bench.peer.BenchDatabase;
import org.parley.system.support.Signal;

/** The system's PostgreSQL in an operator's hands: stopped, copied, put back. */
final class DatabaseServer {

  /** What a copy makes for itself; PostgreSQL's manual, "Making a Base Backup". */
  private static final Set<String> NOT_COPIED =
      Set.of("postmaster.pid", "postmaster.opts", "pg_wal", "pg_replslot", "pg_stat_tmp");

  private final ChaosSystem system;

  DatabaseServer(ChaosSystem system) {
    this.system = system;
  }

  Path folder() {
    return system.local().settings().dataFolder().resolve("postgres");
  }

  long pid() {
    return system.local().description().postgres().pid();
  }

  boolean isRunning() {
    return ProcessHandle.of(pid()).map(ProcessHandle::isAlive).orElse(false);
  }

  /** Its superuser's connection to one of its databases. */
  Connection connect(String database) throws SQLException {
    return BenchDatabase.of(system.local()).connect(database);
  }

  boolean answers() {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Its fast shutdown, if it runs. */
  void stop() {
    if (isRunning()) {
      Signal.send("INT", pid());
      ProcessHandle.of(pid()).ifPresent(process -> process.onExit().join());
    }
  }

  void startAgain() {
    system.local().restarts().postgres();
  }

  /** Puts another data folder into the place of its own, which is deleted. It must be stopped. */
  void replaceBy(Path other) throws IOException {
    delete(folder());
    Files.move(other, folder());
  }

  /** A copy of its data folder while it runs, from which another can be started. */
  void copyTo(Path to) throws IOException, SQLException {
    delete(to);
    try (Connection connection = connect("postgres");
        Statement sql = connection.createStatement()) {
      sql.execute("select pg_backup_start('chaos', fast => true)");
      copy(folder(), to, NOT_COPIED);
      Files.createDirectory(to.resolve("pg_replslot"));
      try (ResultSet row = sql.executeQuery("select labelfile from pg_backup_stop()")) {
        row.next();
        Files.writeString(to.resolve("backup_label"), row.getString(1));
      }
      copy(folder().resolve("pg_wal"), to.resolve("pg_wal"), Set.of());
    }
  }

  /** Copies a tree with its rights; what is deleted meanwhile is left out. */
  static void copy(Path from, Path to, Set<String> without) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes unused)
              throws IOException {
            if (without.contains(from.relativize(folder).toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            copyOne(folder, to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes unused)
              throws IOException {
            if (!without.contains(from.relativize(file).toString())) {
              copyOne(file, to.resolve(from.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
  }

  private static void copyOne(Path from, Path to) throws IOException {
    try {
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (NoSuchFileException e) {
      // It was deleted while we looked.
    }
  }

  /** Deletes a tree, if there is one. */
  static void delete(Path tree) throws IOException {
    if (Files.notExists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes unused)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
