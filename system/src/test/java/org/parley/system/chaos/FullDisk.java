package org.parley.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.system.support.Patience.await;
import static org.parley.system.support.Patience.pause;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * PostgreSQL has no space left: first for its tables, then, when it needs another segment, for its
 * log as well, at which it gives up by itself. Its folder is moved onto a small file system of its
 * own before, and back afterwards.
 */
final class FullDisk implements Fault.Script {

  private static final String SIZE = "size=1g,mode=0700";
  private static final int CHUNK = 64 * 1024;
  private static final Duration FULL = Duration.ofSeconds(10);

  /** More than fit beside the ballast. */
  private static final int SEGMENTS = 64;

  @Override
  public String missing() {
    return "root".equals(System.getProperty("user.name"))
            && Files.isExecutable(Path.of("/bin/mount"))
        ? ""
        : "Only root can mount a small file system.";
  }

  @Override
  public void run(ChaosSystem system) throws Exception {
    DatabaseServer server = new DatabaseServer(system);
    Path folder = server.folder();
    Path aside = folder.resolveSibling("postgres.aside");
    Path ballast = folder.resolve("ballast");
    DatabaseServer.delete(aside);
    server.stop();
    Files.move(folder, aside);
    boolean copied = false;
    try {
      Files.createDirectory(folder);
      assertThat(succeeds("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString())).isTrue();
      copyContents(aside, folder);
      copied = true;
      server.startAgain();
      withoutSpace(system, server, ballast);
    } finally {
      Files.deleteIfExists(ballast);
      server.stop();
      if (copied) {
        DatabaseServer.delete(aside);
        DatabaseServer.copy(folder, aside, Set.of());
      }
      // Lazily: whatever started PostgreSQL here keeps a file of its folder open.
      succeeds("umount", "-l", folder.toString());
      server.replaceBy(aside);
      server.startAgain();
    }
  }

  private static void withoutSpace(ChaosSystem system, DatabaseServer server, Path ballast)
      throws IOException {
    await("it works", () -> system.working("message_log") == ChaosSystem.INSTANCES);
    Outage outage = new Outage(system, "message_log", "The message log");
    fill(ballast);
    outage.last(FULL);
    spendLog(server);
    await("it has given up", () -> !server.answers());
    pause(FULL);
    Files.delete(ballast);
    await(
        "it answers, by itself or started again",
        () -> {
          if (!server.isRunning()) {
            server.startAgain();
          }
          return server.answers();
        });
    outage.end();
  }

  private static void fill(Path ballast) {
    byte[] zeros = new byte[CHUNK];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(zeros);
      }
    } catch (IOException e) {
      // No space left, as was wanted.
    }
  }

  /** Goes on to the next segment of the log until there is no space for one. */
  private static void spendLog(DatabaseServer server) {
    try (Connection connection = server.connect("postgres");
        Statement sql = connection.createStatement()) {
      for (int i = 0; i < SEGMENTS; i++) {
        sql.execute("select pg_logical_emit_message(true, 'chaos', 'filled')");
        sql.execute("select pg_switch_wal()");
      }
    } catch (SQLException e) {
      // It gave up, and starts again, if it can.
    }
  }

  private static void copyContents(Path from, Path to) throws IOException {
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        DatabaseServer.copy(entry, to.resolve(entry.getFileName()), Set.of());
      }
    }
  }

  private static boolean succeeds(String... words) {
    try {
      return new ProcessBuilder(words).inheritIO().start().onExit().join().exitValue() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
