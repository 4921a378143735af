package org.parley.system.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** Frames changed by chance, thousands on a few sockets. */
@WithRunningSystem
class FrameFuzzIT {

  /** What {@code verify} has time for. */
  private static final int ROUNDS = 4_000;

  /** Answers are read after so many, so that no outbox fills. */
  private static final int AT_A_TIME = 20;

  private final RunningSystem system;

  FrameFuzzIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void isAnsweredOrClosedAsDocumentedAndStoresOnlyWhatWasSaid() throws Exception {
    Fuzz fuzz = Fuzz.settings(ROUNDS);
    Mutator mutator = new Mutator(fuzz.random());
    Visitor ada = Visitor.signUp(system, "ada");
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    long secret = Visitor.signUp(system, "ben").createRoom(Visitor.freshName("secret"), "private");
    Frames frames = new Frames(ada, room, secret);
    Answers answers = new Answers();
    List<FuzzedSocket> sockets = new ArrayList<>();
    for (String manner : List.of("parley.v1", "parley.v1", "")) {
      sockets.add(new FuzzedSocket(system.socket(sockets.size() % 2), ada, room, manner, answers));
    }
    Set<String> asked = new HashSet<>();
    try (Stores stores = new Stores(system)) {
      for (int round = 1; round <= fuzz.rounds(); round++) {
        FuzzedSocket socket = mutator.pick(sockets);
        String frame = frames.near(mutator);
        Frames.content(frame).ifPresent(asked::add);
        String again = fuzz.again(round);
        socket.say(mutator, frame, again);
        if (round % AT_A_TIME == 0) {
          for (FuzzedSocket each : sockets) {
            each.readAll(again);
          }
        }
      }
      for (FuzzedSocket each : sockets) {
        each.readAll(fuzz.again(fuzz.rounds()));
        each.close();
      }
      answers.tell(fuzz);
      stores.assertNoMoreThan(Map.of("messages", (long) frames.sends()));
      assertThat(stores.contents(ada.id())).as(fuzz.again(fuzz.rounds())).isSubsetOf(asked);
      assertThat(ada.say(room, "after all")).isPositive();
    }
  }
}
