package org.parley.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.system.support.Patience.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.parley.system.bench.peer.BenchDatabase;
import org.parley.system.process.Reaper;
import org.parley.system.storage.Secrets;
import org.parley.system.support.Signal;

/** A second PostgreSQL that follows the system's, asynchronously, over a line that can be cut. */
final class Standby implements AutoCloseable {

  private final BenchDatabase server;
  private final Path folder;
  private final FaultyLine following;
  private final Process process;
  private final Reaper reaper;

  private Standby(
      BenchDatabase server, Path folder, FaultyLine following, Process process, Reaper reaper) {
    this.server = server;
    this.folder = folder;
    this.following = following;
    this.process = process;
    this.reaper = reaper;
  }

  /** Copies the system's, starts, and returns when it follows. */
  static Standby follow(ChaosSystem system, DatabaseServer primary)
      throws IOException, SQLException {
    Path folder = Path.of("target", "chaos-system", "standby").toAbsolutePath();
    String password = Secrets.of(system.local().settings().dataFolder()).superuser();
    FaultyLine following = FaultyLine.to(system.local().description().postgres().port());
    letFollow(primary);
    primary.copyTo(folder);
    Files.createFile(folder.resolve("standby.signal"));
    Files.writeString(
        folder.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres password=%s application_name=standby'%n"
            .formatted(following.port(), password),
        StandardOpenOption.APPEND);
    int port = freePort();
    Reaper reaper = Reaper.start(folder.getParent());
    reaper.watchPostmaster(folder.resolve("postmaster.pid"));
    Process process = launch(system, folder, port, mostConnections(primary));
    Standby standby =
        new Standby(new BenchDatabase(port, password), folder, following, process, reaper);
    try {
      await("the standby follows", () -> isFollowed(primary));
    } catch (AssertionError e) {
      standby.close();
      throw e;
    }
    return standby;
  }

  int port() {
    return server.port();
  }

  /** What happens on the other from now on, it never hears. */
  void loseTouch() {
    following.cut();
  }

  /** Makes it the one that is written to. */
  void promote() throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement sql = connection.createStatement()) {
      try (ResultSet row = sql.executeQuery("select pg_promote()")) {
        row.next();
        assertThat(row.getBoolean(1)).as("it was promoted").isTrue();
      }
    }
  }

  /** Stops it, and puts what it has into the other's place. */
  void takePlaceOf(DatabaseServer other) throws IOException {
    close();
    other.replaceBy(folder);
  }

  private static void letFollow(DatabaseServer primary) throws IOException, SQLException {
    Files.writeString(
        primary.folder().resolve("pg_hba.conf"),
        "host replication postgres 127.0.0.1/32 scram-sha-256\n",
        StandardOpenOption.APPEND);
    try (Connection connection = primary.connect("postgres");
        Statement sql = connection.createStatement()) {
      sql.execute("select pg_reload_conf()");
    }
  }

  private static boolean isFollowed(DatabaseServer primary) {
    try {
      return ask(primary, "select count(*) from pg_stat_replication where state = 'streaming'")
          .equals("1");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A standby that allows fewer than its primary does not start. */
  private static String mostConnections(DatabaseServer primary) throws SQLException {
    return ask(primary, "show max_connections");
  }

  private static String ask(DatabaseServer primary, String query) throws SQLException {
    try (Connection connection = primary.connect("postgres");
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Process launch(ChaosSystem system, Path folder, int port, String mostConnections)
      throws IOException {
    List<String> words = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      words.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root
    }
    words.addAll(List.of(program(system), "-D", folder.toString(), "-p", Integer.toString(port)));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=" + mostConnections)) {
      words.addAll(List.of("-c", setting));
    }
    Path log = folder.resolveSibling("standby.log");
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(Redirect.to(log.toFile()))
        .start();
  }

  private static String program(ChaosSystem system) throws IOException {
    try (Stream<Path> unpacked = Files.list(system.local().settings().project().programs())) {
      return unpacked
          .map(folder -> folder.resolve("bin/postgres"))
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow()
          .toString();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  /** Its fast shutdown, and its end awaited. */
  @Override
  public void close() {
    following.close();
    if (process.isAlive()) {
      Signal.send("INT", process.pid());
      process.onExit().join();
    }
    reaper.close();
  }
}
