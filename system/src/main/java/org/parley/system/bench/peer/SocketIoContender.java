package org.parley.system.bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.parley.system.bench.dialect.SocketIoDialect;
import org.parley.system.bench.load.Dialect;
import org.parley.system.bench.load.LoadProblem;
import org.parley.system.process.Reaper;
import org.parley.system.run.LocalSystem;
import org.parley.system.run.SystemDescription;

/**
 * Socket.IO with its Redis adapter, an insert into PostgreSQL for each message, and tokens; the
 * same PostgreSQL and Redis as Parley's, with the same settings.
 */
public final class SocketIoContender implements Contender {

  public static final String NAME = "socketio";

  private static final String DATABASE = "bench_socketio";

  private final LocalSystem system;
  private final String secret = UUID.randomUUID().toString();
  private final NodeServer server;
  private final List<String> tokens = new ArrayList<>();
  private long lastRoom = System.currentTimeMillis();

  public SocketIoContender(LocalSystem system, Reaper reaper) {
    this.system = system;
    SystemDescription parts = system.description();
    BenchDatabase database = BenchDatabase.of(system);
    make(database);
    this.server =
        NodeServer.start(
            system.settings(),
            reaper,
            "socketio.mjs",
            Map.of(
                "REDIS_URL",
                "redis://127.0.0.1:" + parts.redis().port(),
                "DATABASE_URL",
                database.url(DATABASE),
                "JWT_SECRET",
                secret));
  }

  private static void make(BenchDatabase database) {
    try (Connection connection = database.connect("postgres");
        Statement sql = connection.createStatement()) {
      sql.execute("drop database if exists " + DATABASE);
      sql.execute("create database " + DATABASE);
    } catch (SQLException e) {
      throw new LoadProblem("The database of Socket.IO could not be made.", e);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Dialect dialect() {
    return new SocketIoDialect();
  }

  @Override
  public List<Integer> ports() {
    return List.of(server.port());
  }

  @Override
  public List<Long> serverPids() {
    return List.of(server.pid());
  }

  @Override
  public List<Long> pids() {
    SystemDescription parts = system.description();
    return List.of(server.pid(), parts.postgres().pid(), parts.redis().pid());
  }

  @Override
  public List<String> people(int count) throws InterruptedException {
    if (tokens.size() < count) {
      tokens.clear();
      tokens.addAll(signed(count));
    }
    return List.copyOf(tokens.subList(0, count));
  }

  private List<String> signed(int count) throws InterruptedException {
    try {
      ProcessBuilder builder =
          new ProcessBuilder("node", "peers/tokens.mjs", Integer.toString(count))
              .directory(NodeServer.folder(system.settings()).toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().put("JWT_SECRET", secret);
      Process node = builder.start();
      String lines = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (node.waitFor() != 0) {
        throw new LoadProblem("peers/tokens.mjs failed.");
      }
      return lines.lines().toList();
    } catch (IOException e) {
      throw new LoadProblem("node could not be started.", e);
    }
  }

  @Override
  public List<Long> rooms(int count) {
    lastRoom += count;
    return LongStream.range(lastRoom - count, lastRoom).boxed().toList();
  }

  @Override
  public void collectGarbage() throws InterruptedException {
    server.collectGarbage();
    server.collectGarbage();
  }

  @Override
  public boolean isDurable() {
    return true;
  }

  @Override
  public void close() {
    server.close();
  }
}
