package org.parley.system.bench.peer;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.parley.system.bench.dialect.WsDialect;
import org.parley.system.bench.load.Dialect;
import org.parley.system.process.Reaper;
import org.parley.system.settings.SystemSettings;

/** A room server on bare {@code ws}, with nothing a chat needs: the floor. */
public final class WsContender implements Contender {

  public static final String NAME = "ws";

  private final NodeServer server;
  private long lastRoom;

  public WsContender(SystemSettings settings, Reaper reaper) {
    this.server = NodeServer.start(settings, reaper, "ws.mjs", Map.of());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Dialect dialect() {
    return new WsDialect();
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
    return List.of(server.pid());
  }

  @Override
  public List<String> people(int count) {
    return Collections.nCopies(count, "");
  }

  @Override
  public List<Long> rooms(int count) {
    lastRoom += count;
    return LongStream.rangeClosed(lastRoom - count + 1, lastRoom).boxed().toList();
  }

  @Override
  public void collectGarbage() throws InterruptedException {
    server.collectGarbage();
    server.collectGarbage();
  }

  @Override
  public boolean isDurable() {
    return false;
  }

  @Override
  public void close() {
    server.close();
  }
}
