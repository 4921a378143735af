package org.parley.system.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** A socket that was away comes back on the other instance. */
@WithRunningSystem
class ResumeIT {

  private final RunningSystem system;
  private Visitor ada;
  private Visitor ben;
  private long room;

  ResumeIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeEach
  void twoPeopleAndARoom() {
    ada = Visitor.signUp(system, "ada");
    ben = Visitor.signUp(system, "ben");
    room = ada.createRoom(Visitor.freshName("room"), "public");
  }

  @Test
  void getsWhatItMissedAndThenWhatComes() {
    String epoch;
    try (TestSocket before = connect(0)) {
      epoch = before.join(room).path("epoch").asText();
      say(1, 1);
      assertThat(before.await("new_message").path("change_seq").asLong()).isEqualTo(1);
    }
    say(2, 40);
    try (TestSocket after = connect(1)) {
      after.send("join_room", Map.of("room_id", room, "after", 1, "epoch", epoch));
      assertThat(after.await("room_joined").path("head").asLong()).isEqualTo(40);
      List<String> missed =
          IntStream.rangeClosed(2, 40)
              .mapToObj(i -> after.await("new_message").path("content").asText())
              .toList();
      assertThat(missed)
          .isEqualTo(IntStream.rangeClosed(2, 40).mapToObj(i -> "message " + i).toList());
      JsonNode resumed = after.await("resumed");
      assertThat(resumed.path("room_id").asLong()).isEqualTo(room);
      assertThat(resumed.path("head").asLong()).isEqualTo(40);
      say(41, 41);
      assertThat(after.await("new_message").path("content").asText()).isEqualTo("message 41");
      after.assertNothingElse();
    }
  }

  @Test
  void isToldToBeginAnewWhereThatCannotBeDone() {
    say(1, 3);
    try (TestSocket socket = connect(0)) {
      String epoch = socket.join(room).path("epoch").asText();
      for (var cursor : List.of(Map.entry(4, epoch), Map.entry(1, "another"))) {
        socket.send(
            "join_room",
            Map.of("room_id", room, "after", cursor.getKey(), "epoch", cursor.getValue()));
        socket.await("room_joined");
        JsonNode resync = socket.await("resync_required");
        assertThat(resync.path("head").asLong()).isEqualTo(3);
        assertThat(resync.path("epoch").asText()).isEqualTo(epoch);
      }
      say(4, 4);
      assertThat(socket.await("new_message").path("change_seq").asLong()).isEqualTo(4);
      socket.assertNothingElse();
    }
  }

  @Test
  void mustSayWhichEpochItsCursorBelongsTo() {
    try (TestSocket socket = connect(0)) {
      for (Map<String, ?> cursor :
          List.of(Map.of("after", 1), Map.of("after", -1, "epoch", "some"))) {
        Map<String, Object> join = new HashMap<>(cursor);
        join.put("room_id", room);
        socket.sendWrong("join_room", join);
        assertThat(socket.await("error").path("code").asText()).isEqualTo("validation_failed");
      }
      socket.join(room);
    }
  }

  private TestSocket connect(int instance) {
    TestSocket socket = TestSocket.open(system.socket(instance));
    socket.authenticate(ben);
    return socket;
  }

  private void say(int from, int through) {
    for (int i = from; i <= through; i++) {
      var answer =
          ada.api().post("/api/v1/messages", Map.of("room_id", room, "content", "message " + i));
      assertThat(answer.status()).isEqualTo(200);
    }
  }
}
