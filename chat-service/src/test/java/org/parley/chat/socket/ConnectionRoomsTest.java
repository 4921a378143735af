package org.parley.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.support.RecordingSession;

/** Rooms on a socket whose reader is slow. */
class ConnectionRoomsTest {

  private static final long BUSY = 7;
  private static final long QUIET = 8;

  private final ExecutorService writers = Executors.newCachedThreadPool();
  private final CountDownLatch writing = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final RecordingSession socket = new RecordingSession(this::firstWriteIsStuck);
  private final SocketCounts counts = new SocketCounts();
  private final Connection connection = new Connection(socket.transport(), true, writers, counts);
  private final BlockingQueue<String> drained = new LinkedBlockingQueue<>();

  @BeforeEach
  void stick() throws InterruptedException {
    connection.onRoomDrained((on, room) -> drained.add(on.id() + " " + room));
    connection.send(new Outgoing.Text("stuck"));
    assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @AfterEach
  void stop() {
    goOn.countDown();
    writers.close();
  }

  @Test
  void letsABusyRoomBeginAnewOnceTheReaderTookTheRest() throws Exception {
    assertThat(connection.deliver(QUIET, text("quiet 1"))).isEqualTo(Delivery.TAKEN);
    overflow();
    assertThat(connection.deliver(BUSY, text("lost"))).isEqualTo(Delivery.DROPPED);
    connection.remark(BUSY, text("typing"));
    connection.deliver(QUIET, text("quiet 2"));
    assertThat(drained).as("while the reader takes nothing").isEmpty();

    goOn.countDown();
    assertThat(drained.poll(10, TimeUnit.SECONDS)).isEqualTo(connection.id() + " " + BUSY);
    connection.restart(BUSY, new ServerFrame.ResyncRequired(BUSY, 900, "e"));
    assertThat(connection.deliver(BUSY, text("901"))).isEqualTo(Delivery.TAKEN);

    assertThat(List.of(socket.next(), socket.next(), socket.next()))
        .containsExactly("text stuck", "text quiet 1", "text quiet 2");
    assertThat(socket.next()).contains("resync_required").contains("900");
    assertThat(socket.next()).isEqualTo("text 901");
    finish();
    assertThat(drained).as("told once").isEmpty();
    assertThat(socket.written()).as("and never closed").isEmpty();
    assertThat(counts.tooSlow.sum()).isZero();
    assertThat(counts.overflows.sum()).isEqualTo(1);
    assertThat(counts.shed.sum()).isEqualTo(1);
    assertThat(counts.deliveries.sum()).as("quiet 1, quiet 2, 901").isEqualTo(3);
  }

  @Test
  void tellsNobodyWhenTheSocketLeftTheRoom() throws Exception {
    overflow();
    connection.forgetRoom(BUSY);
    finish();
    assertThat(drained).isEmpty();
    assertThat(socket.written()).containsExactly("text stuck");
  }

  @Test
  void tellsNobodyWhenTheSocketWasClosed() throws Exception {
    overflow();
    connection.gone();
    finish();
    assertThat(drained).isEmpty();
  }

  @Test
  void endsASocketWhoseRoomNobodyBeginsAnew() throws Exception {
    connection.onRoomDrained(
        (on, room) -> {
          throw new IllegalStateException("as a bug would");
        });
    overflow();
    goOn.countDown();
    assertThat(List.of(socket.next(), socket.next())).containsExactly("text stuck", "close 4008");
    assertThat(connection.deliver(QUIET, text("late"))).isEqualTo(Delivery.ENDED);
  }

  @Test
  void endsASocketThatTakesNotEvenWhatItAskedFor() throws Exception {
    overflow();
    for (int i = 0; i <= Outbox.MAX_FRAMES; i++) {
      connection.send(text("ack"));
    }
    assertThat(socket.next()).as("beside the stuck write").isEqualTo("close 4008");
    finish();
    assertThat(counts.tooSlow.sum()).isEqualTo(1);
    assertThat(drained).isEmpty();
  }

  @Test
  void deliversInPace() throws Exception {
    for (int i = 0; i <= Outbox.PACE_FRAMES; i++) {
      connection.deliver(BUSY, text("x"));
    }
    CountDownLatch delivered = new CountDownLatch(1);
    writers.execute(
        () -> {
          try {
            connection.awaitPace();
            assertThat(connection.deliver(BUSY, text("in pace"))).isEqualTo(Delivery.TAKEN);
            delivered.countDown();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    goOn.countDown();
    assertThat(delivered.await(10, TimeUnit.SECONDS)).isTrue();
    finish();
    assertThat(socket.written()).hasSize(Outbox.PACE_FRAMES + 3).endsWith("text in pace");
  }

  private void overflow() {
    int taken = 0;
    while (connection.deliver(BUSY, text("busy")) == Delivery.TAKEN) {
      taken++;
    }
    assertThat(taken).isGreaterThan(Outbox.MAX_FRAMES / 3).isLessThan(Outbox.MAX_FRAMES);
  }

  private void finish() throws InterruptedException {
    goOn.countDown();
    writers.shutdown();
    assertThat(writers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  private void firstWriteIsStuck(String text) throws InterruptedException {
    writing.countDown();
    if (!goOn.await(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the test forgot the stuck write");
    }
  }

  private static Outgoing.Text text(String text) {
    return new Outgoing.Text(text);
  }
}
