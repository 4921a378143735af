package org.parley.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.system.chaos.ChaosSystem.kill;
import static org.parley.system.support.Patience.pause;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;

/** Who is said to come and go while things break: a watcher on the second instance sees it. */
final class Presences {

  /** Two renewals of the leases. */
  private static final Duration RENEWED = Duration.ofSeconds(12);

  /** A lease, and the time in which somebody may come back: docs/decisions/0019. */
  private static final Duration FORGOTTEN = Duration.ofSeconds(55);

  private final RunningSystem system;
  private final Visitor watcher;
  private final Visitor lost;
  private final Visitor back;
  private final long room;
  private final TestSocket watching;

  private Presences(ChaosSystem chaos) {
    system = RunningSystem.at(chaos.local().settings().descriptionFile());
    watcher = Visitor.signUp(system, "watcher");
    lost = Visitor.signUp(system, "lost");
    back = Visitor.signUp(system, "back");
    room = watcher.createRoom(Visitor.freshName("presences"), "public");
    watching = inRoom(watcher, 1);
  }

  /** Who comes back elsewhere never left; who does not, leaves once. */
  static void ofAKilledInstance(ChaosSystem chaos) {
    Presences here = new Presences(chaos);
    TestSocket ofLost = here.inRoom(here.lost, 0);
    TestSocket ofBack = here.inRoom(here.back, 0);
    here.assertRemarks("user_joined lost", "user_joined back");

    kill(chaos.pid(0));
    try {
      TestSocket again = here.inRoom(here.back, 1);
      pause(FORGOTTEN);
      here.assertRemarks("user_left lost");
      again.close();
      here.assertRemarks("user_left back");
    } finally {
      chaos.local().restarts().chat(0);
      List.of(here.watching, ofLost, ofBack).forEach(TestSocket::close);
    }
  }

  /** What it forgot it is told again, and nobody else hears of that. */
  static void whenRedisComesBackEmpty(ChaosSystem chaos) {
    Presences here = new Presences(chaos);
    TestSocket ofLost = here.inRoom(here.lost, 0);
    TestSocket ofBack = here.inRoom(here.back, 1);
    try {
      here.assertRemarks("user_joined lost", "user_joined back");
      kill(chaos.local().description().redis().pid());
      chaos.local().restarts().redis();
      pause(RENEWED);
      here.assertRemarks();
      ofBack.send("leave_room", Map.of("room_id", here.room));
      ofBack.awaitAmongOthers("success");
      here.assertRemarks("user_left back");
    } finally {
      List.of(here.watching, ofLost, ofBack).forEach(TestSocket::close);
    }
  }

  /** What the watcher was told of others since it was asked last. */
  private void assertRemarks(String... expected) {
    List<String> told = new ArrayList<>();
    while (told.size() < expected.length) {
      told.add(remark(watching.awaitAnyOf("user_joined", "user_left")));
    }
    UUID id = UUID.randomUUID();
    watching.send(
        "send_message", Map.of("room_id", room, "client_msg_id", id, "content", "Anybody else?"));
    JsonNode next = watching.awaitAnyOf("user_joined", "user_left", "message_ack");
    assertThat(next.path("client_msg_id").asText()).as("%s", next).isEqualTo(id.toString());
    assertThat(told).containsExactlyInAnyOrder(expected);
  }

  private static String remark(JsonNode frame) {
    return frame.path("type").asText()
        + " "
        + frame.path("username").asText().replaceFirst("[-_\\d].*", "");
  }

  private TestSocket inRoom(Visitor visitor, int instance) {
    TestSocket socket = TestSocket.open(system.socket(instance));
    socket.authenticate(visitor);
    socket.join(room);
    return socket;
  }
}
