package org.parley.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.socket.Outbox.Added;

class OutboxTest {

  private final Outbox outbox = new Outbox(new SocketCounts());

  @Test
  void givesBackInTheOrderOfArrival() {
    List<Outgoing> in =
        List.of(text("a"), new Outgoing.Ping(), text("b"), new Outgoing.Close(CloseCode.RESTART));
    in.forEach(outbox::add);
    assertThat(drain()).isEqualTo(in);
  }

  @Test
  void asksForOneWriterAtATime() {
    assertThat(outbox.add(text("a"))).isEqualTo(Added.START_WRITER);
    assertThat(outbox.add(text("b"))).isEqualTo(Added.QUEUED);
    outbox.next();
    outbox.next();
    assertThat(outbox.add(text("c"))).as("while the writer still writes b").isEqualTo(Added.QUEUED);
    outbox.next();
    assertThat(outbox.next()).as("the writer's turn ends").isNull();
    assertThat(outbox.add(text("d"))).isEqualTo(Added.START_WRITER);
  }

  @Test
  void takesSoManyFramesAndNoMore() {
    for (int i = 0; i < Outbox.MAX_FRAMES; i++) {
      assertThat(outbox.add(text("x"))).isNotEqualTo(Added.FULL);
    }
    assertThat(outbox.add(text("x"))).isEqualTo(Added.FULL);
    outbox.next();
    assertThat(outbox.add(text("x"))).isEqualTo(Added.QUEUED);
  }

  @Test
  void takesSoManyBytesAndNoMore() {
    assertThat(outbox.add(text("x".repeat(Outbox.MAX_BYTES - 1)))).isEqualTo(Added.START_WRITER);
    assertThat(outbox.add(text("xx"))).isEqualTo(Added.FULL);
    assertThat(outbox.add(text("x"))).isEqualTo(Added.QUEUED);
    outbox.next();
    assertThat(outbox.add(text("xx"))).as("what was written makes room").isEqualTo(Added.QUEUED);
  }

  @Test
  void takesACloseEvenWhenFull() {
    outbox.add(text("x".repeat(Outbox.MAX_BYTES)));
    assertThat(outbox.add(new Outgoing.Close(CloseCode.SILENT))).isEqualTo(Added.QUEUED);
  }

  @Test
  void takesNothingAfterAClose() {
    outbox.add(text("a"));
    outbox.add(new Outgoing.Close(CloseCode.RESTART));
    assertThat(outbox.add(text("b"))).isEqualTo(Added.ENDED);
    assertThat(drain()).hasSize(2);
  }

  @Test
  void forgetsEverythingAtTheEnd() {
    outbox.add(text("a"));
    outbox.add(text("b"));
    outbox.end();
    assertThat(outbox.next()).isNull();
    assertThat(outbox.add(text("c"))).isEqualTo(Added.ENDED);
  }

  @Test
  void keepsTheOrderOfEachThreadAndLosesNothing() throws Exception {
    int each = Outbox.MAX_FRAMES / 4;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Integer>> adders = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        String name = thread + ":";
        adders.add(
            () -> {
              int started = 0;
              for (int i = 0; i < each; i++) {
                started += outbox.add(text(name + i)) == Added.START_WRITER ? 1 : 0;
              }
              return started;
            });
      }
      int started = 0;
      for (Future<Integer> adder : threads.invokeAll(adders, 10, TimeUnit.SECONDS)) {
        started += adder.get();
      }
      assertThat(started).isEqualTo(1);
    }
    List<String> texts = drain().stream().map(out -> ((Outgoing.Text) out).text()).toList();
    for (int thread = 0; thread < 4; thread++) {
      String name = thread + ":";
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < each; i++) {
        expected.add(name + i);
      }
      assertThat(texts.stream().filter(text -> text.startsWith(name)))
          .containsExactlyElementsOf(expected);
    }
  }

  private List<Outgoing> drain() {
    List<Outgoing> all = new ArrayList<>();
    for (Outgoing next = outbox.next(); next != null; next = outbox.next()) {
      all.add(next);
    }
    return all;
  }

  private static Outgoing text(String text) {
    return new Outgoing.Text(text);
  }
}
