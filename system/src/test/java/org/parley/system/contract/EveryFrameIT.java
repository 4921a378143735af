package org.parley.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.contract.promise.FrameContract;
import org.parley.contract.promise.FrameContract.Speaker;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.TokenSigner;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/**
 * One conversation in which everything that docs/asyncapi.yaml knows is said, by clients and
 * server, so that no documented frame goes unseen. Other tests show more of each.
 */
@WithRunningSystem
class EveryFrameIT {

  private final RunningSystem system;

  EveryFrameIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void everyDocumentedMessageIsSaid() {
    Visitor ada = Visitor.signUp(system, "ada");
    Visitor ben = Visitor.signUp(system, "ben");
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    Set<String> said = new TreeSet<>();
    try (TestSocket a = TestSocket.open(system.socket(0));
        TestSocket b = TestSocket.open(system.socket(1))) {
      a.send("join_room", Map.of("room_id", room)).await("error");
      a.authenticate(ada);
      b.authenticate(ben);
      renew(b, ben);
      a.join(room);
      b.join(room);
      a.await("user_joined");
      around(a, b, ada, room);
      Map<String, Object> aye =
          Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "Aye.");
      a.send("send_message", aye).awaitAmongOthers("message_ack");
      b.await("new_message");
      change(a, room);
      for (int i = 0; i < 3; i++) {
        b.await("message_changed");
      }
      ada.api().delete("/api/v1/rooms/" + room + "/members/" + ben.id());
      b.await("room_removed");
      b.await("kicked");
      a.awaitAmongOthers("user_left");
      b.send("leave_room", Map.of("room_id", room)).await("success");
      comeBack(a, room);
      a.assertNothingElse();
      said.addAll(a.messages());
      said.addAll(b.messages());
    }
    Set<String> documented = new TreeSet<>(FrameContract.shared().messages(Speaker.CLIENT));
    documented.addAll(FrameContract.shared().messages(Speaker.SERVER));
    documented.remove("Reconnect"); // of an instance that ends: ShutdownIT hears it
    assertThat(said).isEqualTo(documented);
  }

  /** Once more with a token that is about to expire. */
  private void renew(TestSocket socket, Visitor visitor) {
    String token =
        TokenSigner.of(system.signingKey()).again(visitor.token(), Instant.now().plusSeconds(3));
    socket.send("auth", Map.of("token", token, "renew", true)).await("success");
    socket.await("token_expiring");
  }

  /** What goes on around it: ada is a, ben, who joined on b, is told on b only. */
  private static void around(TestSocket a, TestSocket b, Visitor ada, long room) {
    a.send("typing", Map.of("room_id", room));
    b.await("typing");
    ada.api().patch("/api/v1/rooms/" + room, Map.of("topic", "The weather"));
    a.await("room_changed");
    b.await("room_changed");
    ada.api().put("/api/v1/rooms/" + room + "/mute", Map.of("muted", true));
    a.await("muted");
    ada.createRoom(Visitor.freshName("room"), "private");
    a.await("room_added");
  }

  /** Each change of the message that was sent. */
  private static void change(TestSocket socket, long room) {
    Map<String, Object> message = Map.of("room_id", room, "seq", 1);
    Map<String, Object> edit = new HashMap<>(message);
    edit.put("content", "Aye!");
    socket.send("edit_message", edit).awaitAmongOthers("change_ack");
    Map<String, Object> react = new HashMap<>(message);
    react.put("emoji", "👍");
    socket.send("react", react).awaitAmongOthers("change_ack");
    socket.send("delete_message", message).awaitAmongOthers("change_ack");
    socket.send("mark_read", message).awaitAmongOthers("read");
  }

  /** From the cursor it has, and from one it cannot have. */
  private static void comeBack(TestSocket socket, long room) {
    String epoch = socket.join(room).path("epoch").asText();
    Map<String, Object> join = Map.of("room_id", room, "epoch", epoch, "after", 1);
    socket.send("join_room", join).awaitAmongOthers("resumed");
    Map<String, Object> beyond = Map.of("room_id", room, "epoch", epoch, "after", 9);
    socket.send("join_room", beyond).awaitAmongOthers("resync_required");
  }
}
