package org.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.chat.support.Api;
import org.parley.chat.support.Api.Answer;
import org.parley.chat.support.ChatService;
import org.parley.chat.support.KeySetServer;

/**
 * The WAR inside Liberty on a real PostgreSQL, without Redis and without user-service but for its
 * keys.
 */
@ExtendWith(ArquillianExtension.class)
class ChatServiceIT
    implements OverRest,
        PeopleOverRest,
        OverSockets,
        OverSlowSockets,
        ChangesOverRest,
        ChangesOverSockets {

  private static KeySetServer keys;

  @Deployment(testable = false)
  static WebArchive service() {
    return ChatService.archive();
  }

  @BeforeAll
  static void serveKeys() throws IOException {
    keys = KeySetServer.start(Integer.getInteger("parley.it.jwks.port"), ChatService.ISSUER.keys());
  }

  @AfterAll
  static void stopServingKeys() {
    keys.close();
  }

  @Test
  void isReadyWithoutRedisAndUserService() throws Exception {
    Answer ready = ChatService.nobody().get("/health/ready");
    assertThat(ready.status()).as(ready.text()).isEqualTo(200);
    assertThat(ready.body().path("status").asText()).isEqualTo("UP");
    assertThat(ChatService.nobody().get("/metrics").text())
        .contains(
            "messages_sent_total{",
            "append_batch_size",
            "append_seconds",
            "appends_busy_total{",
            "websocket_connections{",
            "deliveries_total{",
            "outbox_overflows_total{",
            "outbox_shed_total{",
            "sockets_too_slow_total{",
            "type=\"socket\"",
            "grpc_calls_total{");
  }

  /** Over HTTP/2 a few answers at once stop Liberty for half a minute; see http.xml. */
  @Test
  void answersOverHttp11Only() throws Exception {
    Answer answer = ChatService.someone("alice").api().get("/api/v1/rooms");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
  }

  @Test
  void asksStrangersToSignIn() throws Exception {
    Api forger = new Api(ChatService.port(), "a.b.c");
    for (Answer answer :
        List.of(ChatService.nobody().get("/api/v1/rooms"), forger.get("/api/v1/rooms"))) {
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.type()).isEqualTo("application/problem+json");
      assertThat(answer.body().path("code").asText()).isEqualTo("unauthorized");
    }
  }
}
