package org.parley.system.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.WithRunningSystem;

/** Who is slow on purpose loses the connection after nginx.conf's 10 s, and delays nobody. */
@WithRunningSystem
class SlowClientsIT {

  private static final int OF_EACH = 50;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What somebody sends who never goes on. */
  private static final List<String> BEGINNINGS =
      List.of(
          "",
          "GET /api/v1/rooms HTTP/1.1\r\nHost: localhost\r\nX-Slow: a",
          post("Content-Length: 1000") + "{",
          post("Transfer-Encoding: chunked") + "1\r\n{\r\n");

  private static String post(String length) {
    return String.join(
        "\r\n",
        "POST /api/v1/users/login HTTP/1.1",
        "Host: localhost",
        "Content-Type: application/json",
        length,
        "",
        "");
  }

  @Test
  void loseTheirConnections(RunningSystem system, @TempDir Path folder) throws Exception {
    List<Socket> slow = new ArrayList<>();
    try (Edge edge = Edge.of(system, folder).name("chat-service", "127.0.0.1").start()) {
      URI origin = edge.http("/");
      long from = System.nanoTime();
      for (String beginning : BEGINNINGS) {
        for (int i = 0; i < OF_EACH; i++) {
          Socket socket = new Socket(origin.getHost(), origin.getPort());
          socket.setSoTimeout((int) PATIENCE.toMillis());
          socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
          slow.add(socket);
        }
      }
      assertOthersAreServed(origin);
      for (Socket socket : slow) {
        awaitEnd(socket);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - from))
          .isBetween(TIMEOUT.minusSeconds(1), PATIENCE);
      assertOthersAreServed(origin);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private static void assertOthersAreServed(URI origin) {
    HttpRequest keys = HttpRequest.newBuilder(origin.resolve("/.well-known/jwks.json")).build();
    assertThat(Api.exchange(keys, null).status()).isEqualTo(200);
  }

  /** Whatever is said before it. */
  private static void awaitEnd(Socket socket) throws IOException {
    try {
      while (socket.getInputStream().read() >= 0) {
        // a 408, perhaps
      }
    } catch (SocketException e) {
      // Ended with something of ours unread.
    }
  }
}
