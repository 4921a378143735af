package org.parley.chat.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.support.RoomSocket;
import org.parley.chat.support.StoredMessages;

class GapFillTest {

  private final StoredMessages messages = new StoredMessages();
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Queue<Runnable> afterHold = new ArrayDeque<>();
  private final List<GapFill.Cause> causes = new ArrayList<>();
  private final RoomFeed feed = new RoomFeed(3, new AtomicLong());
  private final GapFill gaps = new GapFill(feed, messages, tasks::add, afterHold::add, causes::add);

  @BeforeEach
  void startFeed() {
    feed.startAt(new RoomHead(3, 0, 0, 1, "epoch-1"));
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
    feed.offer(RoomSocket.sent(4));
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
  void readsPageByPageWhateverChangedOften() {
    messages.head(400);
    for (long seq = 1; seq <= 400; seq++) {
      messages.edit(seq);
      messages.edit(seq);
    }
    gaps.request();
    runTasks();
    assertThat(feed.cursor()).isEqualTo(1_200);
    assertThat(feed.head()).map(RoomHead::lastSeq).contains(400L);
  }

  @Test
  void waitsForWhatIsUnderWayAndReadsOnlyWhatDidNotCome() {
    messages.head(3);
    feed.offer(RoomSocket.sent(2));
    gaps.requestAfterHold();
    gaps.requestAfterHold();
    assertThat(afterHold).hasSize(1);
    feed.offer(RoomSocket.sent(1));
    endHold();
    assertThat(messages.reads()).isZero();

    feed.compare(feed.head().orElseThrow(), new RoomHead(3, 3, 3, 1, "epoch-1"));
    gaps.requestAfterHold();
    endHold();
    assertThat(feed.cursor()).isEqualTo(3);
    assertThat(causes).containsExactly(GapFill.Cause.TAIL);
  }

  @Test
  void saysWhyItReads() {
    messages.head(1);
    feed.offer(RoomSocket.sent(2));
    gaps.request();
    runTasks();
    assertThat(causes).containsExactly(GapFill.Cause.GAP);
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

  private void endHold() {
    afterHold.remove().run();
    runTasks();
  }

  private void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }
}
