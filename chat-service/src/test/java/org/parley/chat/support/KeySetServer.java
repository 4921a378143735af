package org.parley.chat.support;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** user-service's key set, alone: on a port of its own until closed. */
public final class KeySetServer implements AutoCloseable {

  private static final String PATH = "/.well-known/jwks.json";

  private final AtomicInteger fetches = new AtomicInteger();
  private final HttpServer server;
  private volatile JWKSet keys;

  private KeySetServer(HttpServer server, JWKSet keys) {
    this.server = server;
    this.keys = keys;
    server.createContext(
        PATH,
        exchange -> {
          fetches.incrementAndGet();
          byte[] body = this.keys.toString(true).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /** On the port, or on any free one for 0. */
  public static KeySetServer start(int port, JWKSet keys) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("localhost"), port);
    return new KeySetServer(HttpServer.create(address, 0), keys);
  }

  public URL url() throws IOException {
    return URI.create("http://localhost:" + server.getAddress().getPort() + PATH).toURL();
  }

  /** From now on others. */
  public void serve(JWKSet others) {
    keys = others;
  }

  /** How often somebody asked for the keys. */
  public int fetches() {
    return fetches.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
