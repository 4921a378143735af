package org.parley.system.refusal;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** Where keys of somebody else would be fetched; counts who comes. */
final class AttackersKeys implements AutoCloseable {

  /** One address for all tokens of the tables; nobody has to be there. */
  static final URI ADDRESS = URI.create("http://localhost:18089/keys.json");

  private final AtomicInteger visits = new AtomicInteger();
  private final HttpServer server;

  private AttackersKeys(HttpServer server) {
    this.server = server;
    server.createContext(
        "/",
        exchange -> {
          visits.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
  }

  static AttackersKeys start() throws IOException {
    return new AttackersKeys(
        HttpServer.create(new InetSocketAddress(ADDRESS.getHost(), ADDRESS.getPort()), 0));
  }

  int visits() {
    return visits.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
