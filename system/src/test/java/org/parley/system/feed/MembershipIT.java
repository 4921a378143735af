package org.parley.system.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** Who is no member any more gets nothing more, on whichever instance and whatever got lost. */
@WithRunningSystem
class MembershipIT {

  private final RunningSystem system;
  private Visitor ada;
  private Visitor ben;
  private long room;

  MembershipIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeEach
  void twoPeopleAndARoom() {
    ada = Visitor.signUp(system, "ada");
    ben = Visitor.signUp(system, "ben");
    room = ada.createRoom(Visitor.freshName("room"), "public");
  }

  @Test
  void leavingOverRestEndsTheFramesOnBothInstances() {
    try (TestSocket a = connect(0, ada);
        TestSocket here = connect(0, ben);
        TestSocket there = connect(1, ben)) {
      assertOk(ben.api().post("/api/v1/rooms/" + room + "/leave", Map.of()));
      assertKicked(here);
      assertKicked(there);
      say(a, "among ourselves");
      a.awaitAmongOthers("message_ack");
      here.assertNothingElse();
      there.assertNothingElse();
    }
  }

  @Test
  void aKickIsNoticedThoughItsWordBetweenInstancesWasLost() throws IOException {
    try (TestSocket there = connect(1, ben)) {
      new RedisWire(system.description().redis().port()).say("CLIENT KILL TYPE pubsub");
      kick(ben);
      assertKicked(there);
      there.assertNothingElse();
    }
  }

  @Test
  void whoWasKickedWhileAwayIsToldSoAndMayComeAnew() {
    String epoch;
    try (TestSocket before = TestSocket.open(system.socket(0))) {
      before.authenticate(ben);
      epoch = before.join(room).path("epoch").asText();
    }
    kick(ben);
    try (TestSocket after = TestSocket.open(system.socket(1))) {
      after.authenticate(ben);
      after.send("join_room", Map.of("room_id", room, "after", 0, "epoch", epoch));
      JsonNode refusal = after.await("error");
      assertThat(refusal.path("code").asText()).isEqualTo("not_member");
      assertThat(refusal.path("message").asText()).startsWith("Failed to join room: ");
      assertThat(after.join(room).path("room_id").asLong()).isEqualTo(room);
    }
  }

  private void kick(Visitor visitor) {
    var request =
        ada.api().request("/api/v1/rooms/" + room + "/members/" + visitor.id()).DELETE().build();
    assertOk(Api.exchange(request, ""));
  }

  private static void assertOk(Api.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  private void assertKicked(TestSocket socket) {
    JsonNode kicked = socket.awaitAmongOthers("kicked");
    assertThat(kicked.path("room_id").asLong()).isEqualTo(room);
    assertThat(kicked.path("reason").asText()).isEqualTo("not_member");
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
