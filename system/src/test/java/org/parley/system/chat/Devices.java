package org.parley.system.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;

/**
 * One person on two devices, each with sockets on both instances that are in the same room.
 *
 * @param ofLaptop its sockets, by instance
 * @param ofPhone its sockets, by instance
 */
record Devices(
    Visitor laptop, Visitor phone, long room, List<TestSocket> ofLaptop, List<TestSocket> ofPhone)
    implements AutoCloseable {

  static Devices of(RunningSystem system) {
    Visitor laptop = Visitor.signUp(system, "ada");
    Visitor phone = laptop.signInAgain(system);
    long room = laptop.createRoom(Visitor.freshName("room"), "public");
    return new Devices(
        laptop,
        phone,
        room,
        List.of(joined(system, 0, laptop, room), joined(system, 1, laptop, room)),
        List.of(joined(system, 0, phone, room), joined(system, 1, phone, room)));
  }

  private static TestSocket joined(RunningSystem system, int instance, Visitor visitor, long room) {
    TestSocket socket = TestSocket.open(system.socket(instance));
    socket.authenticate(visitor);
    socket.join(room);
    return socket;
  }

  /** Says something on the first of these sockets, and waits for it on each. */
  void assertHeardOn(List<TestSocket> sockets) {
    sockets.getFirst().send("send_message", Map.of("room_id", room, "content", "still here"));
    for (TestSocket socket : sockets) {
      assertThat(socket.awaitAmongOthers("new_message").path("content").asText())
          .isEqualTo("still here");
    }
  }

  @Override
  public void close() {
    ofLaptop.forEach(TestSocket::close);
    ofPhone.forEach(TestSocket::close);
  }
}
