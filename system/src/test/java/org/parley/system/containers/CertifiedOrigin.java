package org.parley.system.containers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import org.parley.system.edge.Identity;

/** The origin by https and wss, asked by a client that trusts this certificate and no other. */
final class CertifiedOrigin implements AutoCloseable {

  private final HttpClient client;
  private final String authority;

  CertifiedOrigin(Identity identity, int port) throws IOException, GeneralSecurityException {
    client = HttpClient.newBuilder().sslContext(Identity.trusting(identity)).build();
    authority = "localhost:" + port;
  }

  /** Whether the client's page is served. */
  boolean answers() {
    try {
      return status("/") == 200;
    } catch (IOException e) {
      return false;
    }
  }

  int status(String path) throws IOException {
    return status(URI.create("https://" + authority + path));
  }

  /** What is answered there; redirections are not followed. */
  int status(URI address) throws IOException {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Opens a socket and drops it; fails where none opens. */
  void opensSocket() throws Exception {
    client
        .newWebSocketBuilder()
        .buildAsync(URI.create("wss://" + authority + "/ws"), new WebSocket.Listener() {})
        .get(20, TimeUnit.SECONDS)
        .abort();
  }

  @Override
  public void close() {
    client.close();
  }
}
