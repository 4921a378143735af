package org.parley.system.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** Publishes get lost between the instances: nothing committed stays unseen, and order holds. */
@WithRunningSystem
class LostPublishesIT {

  private final RunningSystem system;
  private final RedisWire redis;
  private Visitor ada;
  private Visitor ben;
  private long room;

  LostPublishesIT(RunningSystem system) {
    this.system = system;
    this.redis = new RedisWire(system.description().redis().port());
  }

  @BeforeEach
  void twoPeopleAndARoom() {
    ada = Visitor.signUp(system, "ada");
    ben = Visitor.signUp(system, "ben");
    room = ada.createRoom(Visitor.freshName("room"), "public");
  }

  @Test
  void theLastMessageIsSeenThoughItsPublishWasLost() throws IOException {
    try (TestSocket a = connect(0, ada);
        TestSocket b = connect(1, ben)) {
      for (int i = 1; i <= 5; i++) {
        // Cuts what instances hear; what is published before they are back is lost for good.
        assertThat(redis.say("CLIENT KILL TYPE pubsub")).startsWith(":");
        say(a, "message " + i);
        assertThat(b.awaitAmongOthers("new_message").path("content").asText())
            .isEqualTo("message " + i);
      }
    }
  }

  @Test
  void orderHoldsWhilePublishesAreLostAllTheTime() throws IOException {
    try (TestSocket a = connect(0, ada);
        TestSocket b = connect(1, ben)) {
      for (int i = 1; i <= 100; i++) {
        if (i % 10 == 0) {
          redis.say("CLIENT KILL TYPE pubsub");
        }
        say(a, "message " + i);
      }
      for (int i = 1; i <= 100; i++) {
        var frame = b.awaitAmongOthers("new_message");
        assertThat(frame.path("change_seq").asLong()).isEqualTo(i);
        assertThat(frame.path("content").asText()).isEqualTo("message " + i);
      }
      assertThat(pongHead(b)).isEqualTo(100);
    }
  }

  private long pongHead(TestSocket socket) {
    socket.send("ping", Map.of());
    return socket.awaitAmongOthers("pong").path("heads").path("" + room).asLong();
  }

  private TestSocket connect(int instance, Visitor visitor) {
    TestSocket socket = TestSocket.open(system.socket(instance));
    socket.authenticate(visitor);
    socket.join(room);
    return socket;
  }

  private void say(TestSocket socket, String content) {
    socket.send(
        "send_message",
        Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", content));
  }
}
