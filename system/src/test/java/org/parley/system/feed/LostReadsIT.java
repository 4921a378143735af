package org.parley.system.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** Instances do not hear each other: what somebody has read is right all the same. */
@WithRunningSystem
class LostReadsIT {

  private final RunningSystem system;
  private final RedisWire redis;

  LostReadsIT(RunningSystem system) {
    this.system = system;
    this.redis = new RedisWire(system.description().redis().port());
  }

  @Test
  void devicesOfTheSameInstanceHearOfItAndEverybodyFindsIt() throws IOException {
    Visitor ada = Visitor.signUp(system, "ada");
    Visitor ben = Visitor.signUp(system, "ben");
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    ben.api().post("/api/v1/rooms/" + room + "/join", Map.of());
    try (TestSocket laptop = connect(0, ada);
        TestSocket tablet = connect(0, ada);
        TestSocket phone = connect(1, ada)) {
      for (int i = 1; i <= 5; i++) {
        ben.say(room, "@room " + i);
        // Cuts what instances hear; what is published before they are back is lost for good.
        assertThat(redis.say("CLIENT KILL TYPE pubsub")).startsWith(":");
        laptop.send("mark_read", Map.of("room_id", room, "seq", i));
        for (TestSocket here : new TestSocket[] {laptop, tablet}) {
          JsonNode read = here.await("read");
          assertThat(read.path("seq").asLong()).isEqualTo(i);
          assertThat(read.path("unread").asLong()).isZero();
        }
        phone.send("join_room", Map.of("room_id", room));
        // A read may come in between, but need not.
        JsonNode view = phone.awaitAmongOthers("room_joined").path("room");
        assertThat(view.path("last_read_seq").asLong()).isEqualTo(i);
        phone.send("leave_room", Map.of("room_id", room)).awaitAmongOthers("success");
      }
    }
  }

  private TestSocket connect(int instance, Visitor visitor) {
    TestSocket socket = TestSocket.open(system.socket(instance));
    socket.authenticate(visitor);
    return socket;
  }
}
