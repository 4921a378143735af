package org.parley.chat.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.AccessToken;
import org.parley.chat.identity.Person;
import org.parley.chat.socket.Connection;
import org.parley.chat.support.RecordingSession;

class DeviceDeliveryTest {

  private static final long ADA = 7;
  private static final long BEN = 8;

  private final DeviceSockets sockets = new DeviceSockets();
  private final DeviceDelivery delivery = new DeviceDelivery(sockets);

  @Test
  void givesItToAllTheirSocketsAndToNobodyElses() throws Exception {
    RecordingSession laptop = new RecordingSession();
    RecordingSession phone = new RecordingSession();
    RecordingSession others = new RecordingSession();
    Connection onLaptop = open(laptop, ADA, true);
    open(phone, ADA, true);
    open(others, BEN, true);
    sockets.add(onLaptop); // renewed: still one socket

    say(ADA, "to you");
    say(BEN, "to them");

    assertThat(laptop.next()).isEqualTo("text to you");
    assertThat(phone.next()).isEqualTo("text to you");
    assertThat(others.next()).isEqualTo("text to them");
    assertThat(laptop.written()).isEmpty();
  }

  @Test
  void sparesClientsThatKnowNoSubprotocolAndStrangers() {
    RecordingSession original = new RecordingSession();
    Connection connection = open(original, ADA, false);
    sockets.add(new Connection(original.transport(), true, Runnable::run));

    say(ADA, "to you");

    assertThat(original.written()).isEmpty();
    assertThat(sockets.of(ADA)).isEmpty();
    sockets.remove(connection);
  }

  @Test
  void forgetsASocketThatIsClosedAlsoOneThatClosesWhileItIsAdded() {
    RecordingSession laptop = new RecordingSession();
    Connection connection = open(laptop, ADA, true);
    Connection other = open(new RecordingSession(), ADA, true);
    sockets.remove(connection);
    assertThat(sockets.of(ADA)).containsExactly(other);
    sockets.remove(other);
    sockets.remove(other);
    assertThat(sockets.of(ADA)).isEmpty();

    connection.gone();
    sockets.add(connection);
    assertThat(sockets.of(ADA)).isEmpty();
  }

  /** It is told there already, and the next frame it waits for is that one. */
  @Test
  void doesNotTellTheSocketThatCameInOfItsRoom() throws Exception {
    RecordingSession laptop = new RecordingSession();
    RecordingSession phone = new RecordingSession();
    open(laptop, ADA, true).rooms().add(3L);
    open(phone, ADA, true);

    say(ADA, "{\"type\":\"room_added\",\"room_id\":3}");

    assertThat(phone.next()).contains("room_added");
    assertThat(laptop.written()).isEmpty();
  }

  @Test
  void aSlowReaderMissesItAndStays() throws Exception {
    CountDownLatch reads = new CountDownLatch(1);
    RecordingSession slow = new RecordingSession(text -> reads.await());
    Connection connection = new Connection(slow.transport(), true, Thread::startVirtualThread);
    connection.authenticated(token(ADA));
    sockets.add(connection);

    for (int i = 0; i < 5_000; i++) {
      say(ADA, "" + i);
    }

    assertThat(connection.isEnding()).isFalse();
    reads.countDown();
    assertThat(slow.next()).isEqualTo("text 0");
  }

  private void say(long userId, String text) {
    delivery.receivedFor(userId, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Connection open(RecordingSession socket, long userId, boolean manyRooms) {
    Connection connection = new Connection(socket.transport(), manyRooms, Runnable::run);
    connection.authenticated(token(userId));
    sockets.add(connection);
    return connection;
  }

  private static AccessToken token(long userId) {
    return new AccessToken(new Person(userId, "person-" + userId), userId, Instant.MAX);
  }
}
