package org.parley.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.support.RecordingSession;

/** {@code parley.v1.batch}: frames that wait together leave together. */
class JoinedFramesTest {

  private final ExecutorService writers = Executors.newCachedThreadPool();
  private final CountDownLatch writing = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final RecordingSession socket =
      new RecordingSession(
          text -> {
            writing.countDown();
            goOn.await(10, TimeUnit.SECONDS);
          });

  @AfterEach
  void stop() {
    writers.close();
  }

  @Test
  void writesWhatWaitsTogetherAsOneText() throws Exception {
    Connection connection = stuck(socket.joiningTransport());
    connection.send(text("a"));
    connection.deliver(7, text("b"));
    connection.send(new Outgoing.Ping());
    connection.remark(7, text("c"));
    connection.send(text("d"));
    connection.close(CloseCode.RESTART);

    assertThat(finish())
        .containsExactly("text stuck", "text a\nb", "ping", "text c\nd", "close 1012");
  }

  @Test
  void writesEachByItselfWhereTheClientReadsNoLines() throws Exception {
    Connection connection = stuck(socket.transport());
    connection.send(text("a"));
    connection.send(text("b"));
    assertThat(finish()).containsExactly("text stuck", "text a", "text b");
  }

  @Test
  void joinsSoManyAndNoMore() throws Exception {
    Connection connection = stuck(socket.joiningTransport());
    int frames = 2 * Outbox.MAX_JOINED_FRAMES + 1;
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      connection.send(text("f" + i));
      expected.add("f" + i);
    }
    List<String> written = finish();
    assertThat(written).hasSize(4);
    assertThat(lines(written.get(1))).isEqualTo(expected.subList(0, Outbox.MAX_JOINED_FRAMES));
    assertThat(lines(written.get(2))).hasSize(Outbox.MAX_JOINED_FRAMES);
    assertThat(written.get(3)).isEqualTo("text f" + (frames - 1));
  }

  @Test
  void joinsSoMuchAndNoMore() throws Exception {
    Connection connection = stuck(socket.joiningTransport());
    String half = "x".repeat(Outbox.MAX_JOINED_BYTES / 2);
    String otherHalf = half.substring(1); // the line break counts, too
    String tooMuch = "x".repeat(Outbox.MAX_JOINED_BYTES);
    for (String frame : List.of(half, otherHalf, half, half, tooMuch, "y")) {
      connection.send(text(frame));
    }
    assertThat(finish())
        .containsExactly(
            "text stuck",
            "text " + half + "\n" + otherHalf,
            "text " + half,
            "text " + half,
            "text " + tooMuch,
            "text y");
  }

  private Connection stuck(Transport transport) throws InterruptedException {
    Connection connection = new Connection(transport, true, writers);
    connection.send(text("stuck"));
    assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
    return connection;
  }

  private List<String> finish() throws InterruptedException {
    goOn.countDown();
    writers.shutdown();
    assertThat(writers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    return socket.written();
  }

  private static List<String> lines(String written) {
    return written.substring("text ".length()).lines().toList();
  }

  private static Outgoing.Text text(String text) {
    return new Outgoing.Text(text);
  }
}
