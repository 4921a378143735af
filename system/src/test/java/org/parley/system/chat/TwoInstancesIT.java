package org.parley.system.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** Two people, each on an instance of their own. */
@WithRunningSystem
class TwoInstancesIT {

  private final RunningSystem system;
  private Visitor ada;
  private Visitor ben;
  private long room;

  TwoInstancesIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeEach
  void twoPeopleAndARoom() {
    ada = Visitor.signUp(system, "ada");
    ben = Visitor.signUp(system, "ben");
    room = ada.createRoom(Visitor.freshName("room"), "public");
  }

  @Test
  void messagesOfOneInstanceArriveOnTheOtherInOrder() {
    try (TestSocket a = onInstance(0, ada);
        TestSocket b = onInstance(1, ben)) {
      a.join(room);
      b.join(room);
      assertThat(a.await("user_joined").path("username").asText()).isEqualTo(ben.username());

      int count = 200;
      for (int i = 1; i <= count; i++) {
        say(a, room, "message " + i);
      }

      List<JsonNode> seenByBen =
          IntStream.range(0, count).mapToObj(i -> b.await("new_message")).toList();
      assertThat(seenByBen)
          .extracting(frame -> frame.path("content").asText())
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, count).mapToObj(i -> "message " + i).toList());
      assertThat(seenByBen)
          .extracting(frame -> frame.path("seq").asLong())
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, count).mapToObj(Long::valueOf).toList());
      b.assertNothingElse();
    }
  }

  @Test
  void bothWriteAtOnceAndBothSeeTheSameOrder() {
    try (TestSocket a = onInstance(0, ada);
        TestSocket b = onInstance(1, ben)) {
      a.join(room);
      b.join(room);
      a.await("user_joined");

      int each = 100;
      for (int i = 0; i < each; i++) {
        say(a, room, "a" + i);
        say(b, room, "b" + i);
      }

      List<Long> seenByAda = new ArrayList<>();
      List<Long> seenByBen = new ArrayList<>();
      for (int i = 0; i < 2 * each; i++) {
        seenByAda.add(a.awaitAmongOthers("new_message").path("change_seq").asLong());
        seenByBen.add(b.awaitAmongOthers("new_message").path("change_seq").asLong());
      }
      assertThat(seenByAda)
          .isEqualTo(IntStream.rangeClosed(1, 2 * each).mapToObj(Long::valueOf).toList());
      assertThat(seenByBen).isEqualTo(seenByAda);
    }
  }

  @Test
  void authorGetsTheAckAndTheirOwnMessage() {
    try (TestSocket a = onInstance(0, ada)) {
      a.join(room);
      UUID id = UUID.randomUUID();
      a.send("send_message", Map.of("room_id", room, "client_msg_id", id, "content", "hello"));

      JsonNode ack = a.await("message_ack");
      JsonNode own = a.await("new_message");

      assertThat(ack.path("client_msg_id").asText()).isEqualTo(id.toString());
      assertThat(ack.path("seq").asLong()).isEqualTo(1);
      assertThat(own.path("message_id")).isEqualTo(ack.path("message_id"));
      assertThat(own.path("client_msg_id").asText()).isEqualTo(id.toString());
      assertThat(own.path("username").asText()).isEqualTo(ada.username());
    }
  }

  @Test
  void aRepeatOnTheOtherInstanceGetsTheFirstAckAndIsShownOnce() {
    Map<String, Object> send =
        Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "only once");
    try (TestSocket first = onInstance(0, ada);
        TestSocket second = onInstance(1, ada)) {
      first.join(room);
      first.send("send_message", send);
      JsonNode ack = first.await("message_ack");
      first.await("new_message");

      second.send("send_message", send);
      assertThat(second.await("message_ack")).isEqualTo(ack);
      first.assertNothingElse();

      second.send(
          "send_message",
          Map.of(
              "room_id",
              room,
              "client_msg_id",
              send.get("client_msg_id"),
              "content",
              "something else"));
      JsonNode refusal = second.await("error");
      assertThat(refusal.path("code").asText()).isEqualTo("conflict");
      assertThat(refusal.path("client_msg_id").asText())
          .isEqualTo(send.get("client_msg_id").toString());
      assertThat(ada.history(room).path("messages")).hasSize(1);
    }
  }

  @Test
  void aMessagePostedOverRestReachesSocketsOnBothInstances() {
    try (TestSocket a = onInstance(0, ada);
        TestSocket b = onInstance(1, ben)) {
      a.join(room);
      b.join(room);
      a.await("user_joined");
      var posted =
          ada.api().post("/api/v1/messages", Map.of("room_id", room, "content", "over REST"));

      assertThat(posted.status()).isEqualTo(200);
      assertThat(a.await("new_message").path("content").asText()).isEqualTo("over REST");
      assertThat(b.await("new_message").path("message_id"))
          .isEqualTo(posted.body().path("message_id"));
    }
  }

  @Test
  void oneSocketIsInSeveralRooms() {
    long other = ada.createRoom(Visitor.freshName("other"), "public");
    try (TestSocket a = onInstance(0, ada);
        TestSocket b = onInstance(1, ben)) {
      for (long id : List.of(room, other)) {
        a.join(id);
        b.join(id);
        a.await("user_joined");
      }
      say(a, room, "in the first");
      say(a, other, "in the other");

      List<JsonNode> seen = List.of(b.await("new_message"), b.await("new_message"));
      assertThat(seen)
          .extracting(
              frame -> frame.path("room_id").asLong() + " " + frame.path("content").asText())
          .containsExactlyInAnyOrder(room + " in the first", other + " in the other");

      b.send("leave_room", Map.of("room_id", room));
      assertThat(b.await("success").path("room_id").asLong()).isEqualTo(room);
      assertThat(awaitLeft(a).path("user_id").asLong()).isEqualTo(ben.id());
      say(a, room, "to nobody else");
      say(a, other, "still here");
      assertThat(b.await("new_message").path("content").asText()).isEqualTo("still here");
    }
  }

  @Test
  void peopleComeAndGoOncePerPersonWhicheverInstanceTheyAreOn() {
    try (TestSocket a = onInstance(0, ada)) {
      a.join(room);
      TestSocket onA = onInstance(0, ben);
      TestSocket onB = onInstance(1, ben);
      onA.join(room);
      JsonNode joined = a.await("user_joined");
      assertThat(joined.path("user_id").asLong()).isEqualTo(ben.id());
      assertThat(joined.path("room_id").asLong()).isEqualTo(room);

      onB.join(room);
      a.assertNothingElse();
      onA.close();
      onA.awaitClose();
      onB.assertNothingElse();
      a.assertNothingElse();

      onB.close();
      assertThat(a.await("user_left").path("username").asText()).isEqualTo(ben.username());
    }
  }

  private TestSocket onInstance(int index, Visitor visitor) {
    TestSocket socket = TestSocket.open(system.socket(index));
    socket.authenticate(visitor);
    return socket;
  }

  private static void say(TestSocket socket, long room, String content) {
    socket.send(
        "send_message",
        Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", content));
  }

  private static JsonNode awaitLeft(TestSocket socket) {
    return socket.awaitAmongOthers("user_left");
  }
}
