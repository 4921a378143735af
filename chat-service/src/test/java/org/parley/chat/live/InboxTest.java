package org.parley.chat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.AccessToken;
import org.parley.chat.identity.Person;
import org.parley.chat.protocol.ClientFrame;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.protocol.FrameCodec;
import org.parley.chat.socket.Connection;
import org.parley.chat.support.RoomSocket;

/** Who comes in waits their turn, and what they say next waits behind it. */
class InboxTest {

  private static final String AUTH = "{\"type\":\"auth\",\"token\":\"t\"}";
  private static final String JOIN = "{\"type\":\"join_room\",\"room_id\":7}";

  private final Queue<Runnable> entrance = new ArrayDeque<>();
  private final Queue<Runnable> readersPace = new ArrayDeque<>();
  private final Queue<String> handled = new ConcurrentLinkedQueue<>();
  private final Connection connection = RoomSocket.open().connection();
  private final Inbox inbox = inbox(entrance::add);

  private boolean replays;
  private boolean stopped;

  @Test
  void dealsWithWhatInsidersSayAtOnce() throws Exception {
    inbox.take(says("one"));
    inbox.take(says("two"));
    assertThat(handled).containsExactly("one", "two");
    assertThat(entrance).isEmpty();
  }

  @Test
  void keepsWhatFollowsUntilItsSenderIsIn() throws Exception {
    for (String text : List.of(AUTH, JOIN, says("one"), JOIN, says("two"))) {
      inbox.take(text);
    }
    assertThat(handled).containsExactly("Auth");

    entrance.remove().run();
    assertThat(handled).as("others come in between").containsExactly("Auth", "JoinRoom", "one");
    entrance.remove().run();
    assertThat(handled).containsExactly("Auth", "JoinRoom", "one", "JoinRoom", "two");

    inbox.take(says("three"));
    assertThat(handled).hasSize(6);
  }

  @Test
  void keepsItWhileTheyAreGivenWhatTheyMissed() throws Exception {
    replays = true;
    inbox.take(JOIN);
    inbox.take(says("one"));
    entrance.remove().run();
    assertThat(handled).containsExactly("JoinRoom");

    readersPace.remove().run();
    assertThat(handled).containsExactly("JoinRoom", "replayed", "one");
  }

  @Test
  void readsNoFurtherWhenMuchWaits() throws Exception {
    inbox.take(JOIN);
    int frames = 0;
    for (int size = 0; size <= Inbox.MOST_WAITING; size += says("word").length() + 64) {
      inbox.take(says("word"));
      frames++;
    }
    CompletableFuture<Void> taken = new CompletableFuture<>();
    Thread reading =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    inbox.take(says("last"));
                    taken.complete(null);
                  } catch (InterruptedException e) {
                    taken.completeExceptionally(e);
                  }
                });
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (reading.getState() != Thread.State.TIMED_WAITING) {
      assertThat(taken).isNotDone();
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }

    entrance.remove().run();

    taken.get(10, TimeUnit.SECONDS);
    reading.join();
    assertThat(handled).hasSize(1 + frames + 1).last().isEqualTo("last");
  }

  @Test
  void letsNobodyInWhoHasGone() throws Exception {
    inbox.take(JOIN);
    inbox.take(says("one"));
    connection.gone();
    entrance.remove().run();
    assertThat(handled).containsExactly("one"); // what was said before it went
  }

  @Test
  void carriesOutNoChangeOfWhoHasGone() throws Exception {
    inbox.take(JOIN);
    inbox.take("{\"type\":\"edit_message\",\"room_id\":7,\"seq\":1,\"content\":\"old\"}");
    connection.gone();
    entrance.remove().run();
    assertThat(handled).isEmpty();
  }

  @Test
  void dropsWhatMayBeFromBeforeAStop() throws Exception {
    stopped = true;
    inbox.take(says("one"));
    assertThat(handled).isEmpty();
    assertThat(connection.isEnding()).isTrue();
  }

  @Test
  void listensToNobodyWhoseSocketIsBeingEnded() throws Exception {
    inbox.take(JOIN);
    inbox.take(says("one"));
    connection.close(CloseCode.SILENT);
    entrance.remove().run();
    assertThat(handled).isEmpty();
  }

  @Test
  void refusesWhoIsNobodyYetAtOnce() throws Exception {
    Connection stranger = RoomSocket.open().connection();
    inbox(stranger, entrance::add).take(JOIN);
    assertThat(handled).containsExactly("JoinRoom");
    assertThat(entrance).isEmpty();
  }

  @Test
  void endsTheSocketWhenTheApplicationStops() throws Exception {
    Inbox stopping =
        inbox(
            task -> {
              throw new RejectedExecutionException();
            });
    assertThatThrownBy(() -> stopping.take(JOIN)).isInstanceOf(RejectedExecutionException.class);
    assertThat(connection.isEnding()).isTrue();
    stopping.take(says("one"));
    assertThat(handled).isEmpty();
  }

  private Inbox inbox(Executor entrances) {
    connection.authenticated(new AccessToken(new Person(1, "ada"), 1, Instant.MAX));
    return inbox(connection, entrances);
  }

  private Inbox inbox(Connection of, Executor entrances) {
    return new Inbox(of, new Recorded(), entrances, readersPace::add, () -> stopped);
  }

  private static String says(String content) {
    return "{\"type\":\"send_message\",\"room_id\":7,\"content\":\"" + content + "\"}";
  }

  /** Remembers what it was to deal with. */
  private final class Recorded extends FrameHandler {

    @Override
    public ClientFrame decode(Connection unused, String text) {
      return FrameCodec.decode(text);
    }

    @Override
    public Runnable handle(Connection unused, ClientFrame frame) {
      handled.add(
          frame instanceof ClientFrame.SendMessage send
              ? send.content()
              : frame.getClass().getSimpleName());
      return replays && frame instanceof ClientFrame.JoinRoom
          ? () -> handled.add("replayed")
          : null;
    }
  }
}
