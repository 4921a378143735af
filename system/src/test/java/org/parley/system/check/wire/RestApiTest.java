package org.parley.system.check.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestApiTest {

  private static final String REFUSAL =
      "{\"status\":429,\"code\":\"rate_limited\",\"detail\":\"You create too many rooms.\"}";

  private final AtomicInteger requests = new AtomicInteger();
  private int refusals;
  private String retryAfter = "1";
  private HttpServer server;
  private RestApi api;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean refused = requests.getAndIncrement() < refusals;
          byte[] body = (refused ? REFUSAL : "{\"id\":7}").getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Retry-After", retryAfter);
          exchange.sendResponseHeaders(refused ? 429 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    URI base = URI.create("http://localhost:" + server.getAddress().getPort());
    api = new RestApi(HttpClient.newHttpClient(), List.of(base));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void comesAgainWhenALimitSaysSo() throws InterruptedException {
    refusals = 1;
    assertThat(createRoom().path("id").asLong()).isEqualTo(7);
    assertThat(requests).hasValue(2);
  }

  @Test
  void saysWhatToDoAboutALimitThatWouldTakeMinutes() {
    refusals = 1;
    retryAfter = "120";
    assertThatThrownBy(this::createRoom)
        .isInstanceOf(CheckProblem.class)
        .hasMessageContaining("refused with 429, You create too many rooms.")
        .hasMessageContaining("Again after 120 s")
        .hasMessageContaining("PARLEY_RATE_LIMITS=off");
  }

  private JsonNode createRoom() throws InterruptedException {
    return api.post("/rooms", "token", Map.of("name", "room"), Duration.ofSeconds(3));
  }
}
