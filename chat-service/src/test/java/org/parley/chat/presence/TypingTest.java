package org.parley.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.identity.Person;
import org.parley.chat.protocol.RoomFrame;

class TypingTest {

  private static final Person ADA = new Person(7, "ada");
  private static final Person BEN = new Person(8, "ben");

  private final List<String> published = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final Typing typing = new Typing(new Recording(), nanos::get);

  @Test
  void isToldOncePerPersonAndRoomInThreeSeconds() {
    typing.writes(ADA, 3);
    typing.writes(ADA, 3);
    typing.writes(BEN, 3);
    typing.writes(ADA, 4);
    assertThat(published).containsExactly("3 about 7", "3 about 8", "4 about 7");

    nanos.addAndGet(Typing.PACE.toNanos() - 1);
    typing.writes(ADA, 3);
    assertThat(published).hasSize(3);
    nanos.addAndGet(1);
    typing.writes(ADA, 3);
    typing.writes(ADA, 3);
    assertThat(published).hasSize(4);
  }

  private final class Recording implements Broadcast {

    @Override
    public void publish(long roomId, byte[] payload, long committedNanos) {
      RoomFrame frame = RoomFrame.fromBytes(payload);
      assertThat(frame.kind()).isEqualTo(RoomFrame.Kind.HINT);
      published.add(roomId + " about " + frame.userId());
    }

    @Override
    public void publishTo(long userId, byte[] payload) {}

    @Override
    public void listen(Listener listener) {}

    @Override
    public void listenForPeople(PeopleListener listener) {}

    @Override
    public CompletionStage<Void> subscribe(long roomId) {
      return CompletableFuture.completedStage(null);
    }

    @Override
    public boolean isAway() {
      return false;
    }

    @Override
    public void unsubscribe(long roomId) {}
  }
}
