package org.parley.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.support.RecordingSession;

class ConnectionTest {

  private final ExecutorService writers = Executors.newCachedThreadPool();
  private final CountDownLatch writing = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @AfterEach
  void stop() {
    goOn.countDown();
    writers.close();
  }

  @Test
  void writesFramesInTheirOrder() throws Exception {
    RecordingSession socket = new RecordingSession();
    Connection connection = connection(socket);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      connection.send(new Outgoing.Text("frame " + i));
      expected.add("text frame " + i);
    }
    connection.close(CloseCode.RESTART);
    expected.add("close 1012");

    for (String event : expected) {
      assertThat(socket.next()).isEqualTo(event);
    }
  }

  @Test
  void neverHasTwoWriters() throws Exception {
    // The session throws when two write at once, which would end the socket with another code.
    RecordingSession socket = new RecordingSession();
    Connection connection = connection(socket);
    CountDownLatch sent = new CountDownLatch(4);
    for (int thread = 0; thread < 4; thread++) {
      writers.execute(
          () -> {
            for (int i = 0; i < 200; i++) {
              connection.send(new Outgoing.Text("x"));
            }
            sent.countDown();
          });
    }
    assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();
    connection.close(CloseCode.RESTART);

    for (int i = 0; i < 800; i++) {
      assertThat(socket.next()).isEqualTo("text x");
    }
    assertThat(socket.next()).isEqualTo("close 1012");
  }

  @Test
  void encodesFramesAndSendsPings() throws Exception {
    RecordingSession socket = new RecordingSession();
    Connection connection = connection(socket);
    connection.send(new ServerFrame.UserLeft("alice", 7, 3));
    connection.send(new Outgoing.Ping());

    assertThat(socket.next())
        .isEqualTo(
            "text {\"type\":\"user_left\",\"username\":\"alice\",\"user_id\":7,\"room_id\":3}");
    assertThat(socket.next()).isEqualTo("ping");
  }

  @Test
  void sendingNeverWaitsForASlowReader() throws Exception {
    RecordingSession socket = new RecordingSession(this::stuck);
    Connection connection = connection(socket);
    connection.send(new Outgoing.Text("first"));
    assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
    connection.send(new Outgoing.Text("second"));
    assertThat(connection.stuckNanos()).isPositive();

    goOn.countDown();
    assertThat(socket.next()).isEqualTo("text first");
    assertThat(socket.next()).isEqualTo("text second");
  }

  @Test
  void closesConnectionWhenOutboxIsFull() throws Exception {
    RecordingSession socket = new RecordingSession(this::stuck);
    Connection connection = connection(socket);
    connection.send(new Outgoing.Text("stuck"));
    assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < Outbox.MAX_FRAMES; i++) {
      connection.send(new Outgoing.Text("waiting"));
    }
    assertThat(socket.written()).isEmpty();

    connection.send(new Outgoing.Text("too much"));
    assertThat(socket.next()).as("while the write is still stuck").isEqualTo("close 4008");

    connection.send(new Outgoing.Text("later"));
    goOn.countDown();
    assertThat(socket.next()).isEqualTo("text stuck");
    writers.shutdown();
    assertThat(writers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(socket.written()).as("what waited is forgotten").isEmpty();
  }

  @Test
  void abortsBesideAStuckWrite() throws Exception {
    RecordingSession socket = new RecordingSession(this::stuck);
    Connection connection = connection(socket);
    connection.send(new Outgoing.Text("stuck"));
    assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
    connection.abort(CloseCode.TAKES_NOTHING);
    assertThat(socket.next()).isEqualTo("close 4008");
  }

  @Test
  void endsTheSocketWhenAWriteFails() throws Exception {
    RecordingSession socket =
        new RecordingSession(
            text -> {
              throw new IOException("connection reset");
            });
    Connection connection = connection(socket);
    connection.send(new Outgoing.Text("lost"));
    connection.send(new Outgoing.Text("never tried"));
    assertThat(socket.next()).isEqualTo("close 4008");
    writers.shutdown();
    assertThat(writers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(socket.written()).isEmpty();
    assertThat(connection.stuckNanos()).isZero();
  }

  @Test
  void writesNothingOnceItIsGone() {
    RecordingSession socket = new RecordingSession();
    Connection connection = new Connection(socket.transport(), true, Runnable::run);
    connection.gone();
    connection.send(new Outgoing.Text("late"));
    assertThat(connection.isGone()).isTrue();
    assertThat(socket.written()).isEmpty();
  }

  private Connection connection(RecordingSession socket) {
    return new Connection(socket.transport(), true, writers);
  }

  private void stuck(String text) throws InterruptedException {
    writing.countDown();
    if (!goOn.await(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the test forgot the stuck write");
    }
  }
}
