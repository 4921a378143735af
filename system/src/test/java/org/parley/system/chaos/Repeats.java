package org.parley.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;

/** The same send again, under the same id: at both instances at once, and after it was edited. */
final class Repeats {

  private static final int SENDS = 200;

  private final RunningSystem system;
  private final Visitor owner;
  private final Visitor sender;
  private final long room;

  private Repeats(ChaosSystem chaos) {
    system = RunningSystem.at(chaos.local().settings().descriptionFile());
    owner = Visitor.signUp(system, "owner");
    sender = Visitor.signUp(system, "sender");
    room = owner.createRoom(Visitor.freshName("repeats"), "public");
  }

  /** Each send goes to both instances at once: one message each, and both acks say which. */
  static void onTwoInstances(ChaosSystem chaos) {
    Repeats repeats = new Repeats(chaos);
    try (TestSocket first = repeats.inRoom(0);
        TestSocket second = repeats.inRoom(1)) {
      for (int i = 0; i < SENDS; i++) {
        Map<String, ?> send = repeats.message("word " + i);
        first.send("send_message", send);
        second.send("send_message", send);
      }
      Map<String, Long> seqs = acks(first);
      assertThat(acks(second)).isEqualTo(seqs).hasSize(SENDS);
      assertThat(seqs.values()).doesNotHaveDuplicates();
      repeats.assertStored(SENDS);
    }
  }

  /** Repeated elsewhere after it was edited, and after its sender was kicked. */
  static void afterEditAndKick(ChaosSystem chaos) {
    for (int i = 0; i < SENDS / 10; i++) {
      new Repeats(chaos).editedThenKicked();
    }
  }

  private void editedThenKicked() {
    Map<String, ?> send = message("first words");
    try (TestSocket first = inRoom(0);
        TestSocket second = inRoom(1)) {
      JsonNode ack = acked(first, send);
      first.send(
          "edit_message",
          Map.of("room_id", room, "seq", ack.path("seq").asLong(), "content", "second thoughts"));
      first.awaitAmongOthers("change_ack");
      assertThat(acked(second, send)).isEqualTo(ack);

      Api.Answer kick =
          Api.at(system.chat(0, "/"))
              .as(owner.token())
              .delete("/api/v1/rooms/" + room + "/members/" + sender.id());
      assertThat(kick.status()).isEqualTo(200);
      second.awaitAmongOthers("kicked");
      // Nobody hears of it but who sent it: it was acknowledged, so it still is.
      assertThat(acked(second, send)).isEqualTo(ack);
    }
    JsonNode history = assertStored(1);
    assertThat(history.get(0).path("content").asText()).isEqualTo("second thoughts");
  }

  private JsonNode assertStored(int messages) {
    JsonNode newestFirst = owner.history(room).path("messages");
    assertThat(newestFirst.path(0).path("seq").asLong()).as("the newest").isEqualTo(messages);
    return newestFirst;
  }

  private static JsonNode acked(TestSocket socket, Map<String, ?> send) {
    socket.send("send_message", send);
    return socket.awaitAmongOthers("message_ack");
  }

  private static Map<String, Long> acks(TestSocket socket) {
    Map<String, Long> seqs = new HashMap<>();
    for (int i = 0; i < SENDS; i++) {
      JsonNode ack = socket.awaitAmongOthers("message_ack");
      seqs.put(ack.path("client_msg_id").asText(), ack.path("seq").asLong());
    }
    return seqs;
  }

  private Map<String, ?> message(String content) {
    return Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", content);
  }

  private TestSocket inRoom(int instance) {
    TestSocket socket = TestSocket.open(system.socket(instance));
    socket.authenticate(sender);
    socket.join(room);
    return socket;
  }
}
