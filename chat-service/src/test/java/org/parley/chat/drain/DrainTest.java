package org.parley.chat.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.parley.chat.health.Draining;
import org.parley.chat.log.MessageLog;
import org.parley.chat.presence.Arrivals;
import org.parley.chat.socket.Sockets;

class DrainTest {

  private final List<String> steps = new ArrayList<>();

  @Test
  void goesInItsOrderAndOnce() {
    Drain drain = drain(() -> steps.add("let nobody in"));
    drain.run();
    drain.run();
    assertThat(steps)
        .containsExactly(
            "hand presences over",
            "let nobody in",
            "send everybody away",
            "finish",
            "close the rest");
  }

  @Test
  void goesOnWhenAPartOfItFails() {
    Drain drain =
        drain(
            () -> {
              throw new IllegalStateException("an observer");
            });
    drain.run();
    assertThat(steps)
        .containsExactly("hand presences over", "send everybody away", "finish", "close the rest");
  }

  private Drain drain(Runnable begin) {
    Draining draining =
        new Draining() {
          @Override
          public void begin() {
            begin.run();
          }
        };
    Arrivals arrivals =
        new Arrivals() {
          @Override
          public void handOver() {
            steps.add("hand presences over");
          }
        };
    Departures departures =
        new Departures(new Sockets()) {
          @Override
          Outcome sendAway() {
            steps.add("send everybody away");
            return new Outcome(0, 0);
          }

          @Override
          void closeTheRest() {
            steps.add("close the rest");
          }
        };
    MessageLog log =
        new MessageLog() {
          @Override
          public CompletableFuture<Void> finish() {
            steps.add("finish");
            return CompletableFuture.completedFuture(null);
          }
        };
    return new Drain(draining, arrivals, departures, log);
  }
}
