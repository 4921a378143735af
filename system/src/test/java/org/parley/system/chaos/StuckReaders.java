package org.parley.system.chaos;

import static org.parley.system.support.Patience.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.system.support.RawSocket;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;

/** Sockets of a loud room that take nothing, more of them than twice the cores. */
final class StuckReaders {

  private static final int READERS = 2 * Runtime.getRuntime().availableProcessors() + 2;

  /** 12 kB each: 9 MB in all, more than any socket's buffers hold. */
  private static final String LOUD = "あ".repeat(4_000);

  private static final int SHOUTS = 750;

  private StuckReaders() {}

  /** Returns when the instance has ended them all. */
  static void run(ChaosSystem chaos) throws IOException {
    RunningSystem system = RunningSystem.at(chaos.local().settings().descriptionFile());
    Visitor loud = Visitor.signUp(system, "loud");
    long room = loud.createRoom(Visitor.freshName("loud"), "public");
    double before = chaos.metric(0, "sockets_too_slow_total");
    List<RawSocket> readers = new ArrayList<>();
    try {
      for (int i = 0; i < READERS; i++) {
        readers.add(RawSocket.inRoom(system.socket(0), loud, room));
      }
      shout(system, loud, room);
      await(
          "all of them are ended",
          () -> chaos.metric(0, "sockets_too_slow_total") >= before + READERS);
    } finally {
      for (RawSocket reader : readers) {
        reader.close();
      }
    }
  }

  private static void shout(RunningSystem system, Visitor visitor, long room) {
    try (TestSocket socket = TestSocket.open(system.socket(1))) {
      socket.authenticate(visitor);
      socket.join(room);
      for (int i = 0; i < SHOUTS; i++) {
        socket.send(
            "send_message",
            Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", LOUD));
        socket.awaitAmongOthers("message_ack");
      }
    }
  }
}
