package org.parley.chat.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.room.Rooms;
import org.parley.chat.support.StoredMessages;

class GapFillTest {

  private final StoredMessages messages = new StoredMessages();
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final RoomFeed feed = new RoomFeed(3);
  private final GapFill gaps = new GapFill(feed, messages, tasks::add);

  @BeforeEach
  void startFeed() {
    feed.startAt(new RoomFeed.Start(new Rooms.Head(0, 0), "epoch-1"));
  }

  @Test
  void readsOnAnotherThread() {
    messages.head(1);
    gaps.request();
    assertThat(messages.reads()).isZero();
    runTasks();
    assertThat(feed.cursor()).isEqualTo(1);
  }

  @Test
  void fillsAGapAndWhatWaitedBehindIt() {
    feed.offer(new RoomFrame(4, 4, 0, "early"));
    messages.head(3);
    gaps.request();
    runTasks();
    assertThat(feed.cursor()).isEqualTo(4);
  }

  @Test
  void readsPageByPage() {
    messages.head(1_200);
    gaps.request();
    runTasks();
    assertThat(feed.cursor()).isEqualTo(1_200);
    assertThat(messages.reads()).isEqualTo(3);
  }

  @Test
  void readsOnceForManyRequests() {
    messages.head(5);
    gaps.request();
    gaps.request();
    gaps.request();
    assertThat(tasks).hasSize(1);
    runTasks();
    assertThat(messages.reads()).isEqualTo(1);
  }

  @Test
  void readsOnceMoreForRequestsDuringARead() {
    messages.head(1);
    messages.whileReading(
        () -> {
          if (messages.reads() == 1) {
            // Stored after the read's snapshot was taken.
            messages.head(2);
            gaps.request();
            gaps.request();
          }
        });
    gaps.request();
    runTasks();
    assertThat(messages.reads()).isEqualTo(2);
    assertThat(feed.cursor()).isEqualTo(2);
    assertThat(tasks).as("one read at a time").isEmpty();
  }

  @Test
  void keepsTheCursorWhileTheDatabaseIsAwayAndReadsAgainWhenAsked() {
    messages.head(2);
    messages.whileReading(
        () -> {
          throw new IllegalStateException("the database is away");
        });
    gaps.request();
    runTasks();
    assertThat(feed.cursor()).isZero();

    messages.whileReading(() -> {});
    gaps.request();
    runTasks();
    assertThat(feed.cursor()).isEqualTo(2);
  }

  private void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }
}
