package org.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.UUID;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;

/** Somebody on an instance that ends, and what they see of it. */
record Farewell(
    RunningSystem system, int instance, TestSocket socket, TestSocket original, long room)
    implements AutoCloseable {

  /** With a client of today and one of the original, both in a room on this instance. */
  static Farewell of(RunningSystem system, int instance) {
    Visitor ada = Visitor.signUp(system, "ada");
    Visitor ben = Visitor.signUp(system, "ben");
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    TestSocket socket = TestSocket.open(system.socket(instance));
    socket.authenticate(ada);
    socket.join(room);
    TestSocket original = TestSocket.openOriginal(system.socket(instance));
    original.authenticate(ben);
    original.join(room);
    socket.await("user_joined");
    Farewell farewell = new Farewell(system, instance, socket, original, room);
    // The first answer takes the server long, and the drain does not wait for it.
    assertThat(Api.exchange(farewell.get("/health/ready"), "").status()).isEqualTo(200);
    return farewell;
  }

  /** It is told when to go, may talk until then, and is closed when it stays. */
  void assertOrderly() {
    JsonNode reconnect = socket.awaitAmongOthers("reconnect");
    assertThat(reconnect.path("after_ms").asLong()).isBetween(1L, 500L);
    UUID id = UUID.randomUUID();
    socket.send("send_message", Map.of("room_id", room, "client_msg_id", id, "content", "Bye."));
    assertThat(socket.awaitAmongOthers("message_ack").path("client_msg_id").asText())
        .isEqualTo(id.toString());
    assertRefusesNewcomers();
    assertThat(socket.awaitClose()).isEqualTo(1012);
    assertThat(original.awaitClose()).isEqualTo(1012);
  }

  private void assertRefusesNewcomers() {
    Api.Answer handshake = Api.exchange(get("/ws"), "");
    assertThat(handshake.status()).isEqualTo(503);
    assertThat(handshake.body().path("code").asText()).isEqualTo("draining");
    Api.Answer ready = Api.exchange(get("/health/ready"), "");
    assertThat(ready.status()).isEqualTo(503);
    assertThat(ready.body().findPath("draining").asBoolean()).isTrue();
    assertThat(Api.exchange(get("/health/live"), "").status()).isEqualTo(200);
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(system.chat(instance, path)).build();
  }

  @Override
  public void close() {
    socket.close();
    original.close();
  }
}
