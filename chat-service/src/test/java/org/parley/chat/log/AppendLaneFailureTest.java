package org.parley.chat.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.log.BatchStatement.Failure;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.trace.Traces;

/** What a lane does when a commit fails. */
class AppendLaneFailureTest {

  private final Failure away =
      new Failure(
          Failure.Blame.DATABASE,
          ProblemException.unavailable("away", Duration.ofSeconds(1), null));
  private final Failure badApple =
      new Failure(Failure.Blame.ONE, new ProblemException(ProblemType.INTERNAL));

  private final Failure heldRoom =
      new Failure(Failure.Blame.ROOM, ProblemException.busy("held", Duration.ofSeconds(1)));

  private final ScriptedStatement database = new ScriptedStatement();
  private final WatchedLane watch = new WatchedLane();
  private final AtomicLong now = new AtomicLong();
  private final AppendLane lane = new AppendLane(watch, AppendLane.MAX_BATCH, now::get, Traces.OFF);
  private final Thread thread = new Thread(lane, "append-lane-test");

  @AfterEach
  void stop() throws InterruptedException {
    lane.close();
    if (thread.getState() != Thread.State.NEW) {
      assertThat(thread.join(Duration.ofSeconds(10))).as("the lane's thread ends").isTrue();
    }
  }

  @Test
  void halvesABatchUntilTheBadAppleIsAloneAndKeepsTheOrder() throws Exception {
    CompletableFuture<Posted> first = append("1");
    append("2");
    CompletableFuture<Posted> bad = append("3");
    CompletableFuture<Posted> last = append("4");
    database.fail(badApple);
    database.store();
    database.fail(badApple);
    database.fail(badApple);
    database.store();
    thread.start();

    assertThat(database.nextBatch()).containsExactly("1", "2", "3", "4");
    assertThat(database.nextBatch()).containsExactly("1", "2");
    assertThat(database.nextBatch()).containsExactly("3", "4");
    assertThat(database.nextBatch()).containsExactly("3");
    assertThat(database.nextBatch()).containsExactly("4");
    assertThat(Sends.seq(first)).isEqualTo(1);
    assertThat(Sends.seq(last)).isEqualTo(3);
    Sends.assertRefused(bad, ProblemType.INTERNAL);
  }

  @Test
  void partsRoomsWhenOneOfThemIsHeld() throws Exception {
    CompletableFuture<Posted> free = append(3, "a");
    CompletableFuture<Posted> held = append(5, "b");
    CompletableFuture<Posted> alsoFree = append(3, "c");
    CompletableFuture<Posted> heldToo = append(5, "d");
    database.fail(heldRoom);
    database.store();
    database.fail(heldRoom);
    thread.start();

    assertThat(database.nextBatch()).containsExactly("a", "b", "c", "d");
    assertThat(database.nextBatch()).containsExactly("a", "c");
    assertThat(database.nextBatch()).as("waits for the lock only once").containsExactly("b", "d");
    assertThat(Sends.seq(free)).isEqualTo(1);
    assertThat(Sends.seq(alsoFree)).isEqualTo(2);
    Sends.assertRefused(held, ProblemType.BUSY);
    Sends.assertRefused(heldToo, ProblemType.BUSY);
    assertThat(watch.refusedBusy).hasValue(2);
  }

  @Test
  void whatMayBeCommittedIsNewEvenWhenItsBatchIsSplitMeanwhile() throws Exception {
    CompletableFuture<Posted> first = append(3, "a");
    CompletableFuture<Posted> second = append(5, "b");
    database.fail(away); // committed, its answer lost
    database.fail(heldRoom); // then somebody else came in between
    database.repeat();
    database.repeat();
    thread.start();

    assertThat(first.get(10, TimeUnit.SECONDS).isNew()).isTrue();
    assertThat(second.get(10, TimeUnit.SECONDS).isNew()).isTrue();
  }

  @Test
  void doesNotTryAgainWhatIsOurMistake() throws Exception {
    CompletableFuture<Posted> first = append("1");
    CompletableFuture<Posted> second = append("2");
    database.fail(new Failure(Failure.Blame.OURSELVES, new ProblemException(ProblemType.INTERNAL)));
    thread.start();
    Sends.assertRefused(first, ProblemType.INTERNAL);
    Sends.assertRefused(second, ProblemType.INTERNAL);

    database.store();
    assertThat(Sends.seq(append("3"))).isEqualTo(1);
    assertThat(watch.refused).hasValue(2);
    assertThat(watch.refusedBusy).hasValue(0);
  }

  @Test
  void asksAgainWhenTheAnswerToACommitWasLost() throws Exception {
    CompletableFuture<Posted> first = append("1");
    append("2");
    database.fail(away);
    database.store();
    thread.start();

    assertThat(database.nextBatch()).containsExactly("1", "2");
    assertThat(database.nextBatch()).containsExactly("1", "2");
    assertThat(Sends.seq(first)).isEqualTo(1);
    assertThat(watch.failures).hasValue(0);
  }

  @Test
  void aRepeatOfItsOwnIsNewToEverybodyElse() throws Exception {
    // The first attempt was committed and its answer lost: nobody has published the message yet.
    CompletableFuture<Posted> send = append("1");
    database.fail(away);
    database.repeat();
    thread.start();
    assertThat(send.get(10, TimeUnit.SECONDS).isNew()).isTrue();

    CompletableFuture<Posted> repeat = append("2");
    database.repeat();
    assertThat(repeat.get(10, TimeUnit.SECONDS).isNew()).isFalse();
  }

  @Test
  void givesUpWholeWhenTheDatabaseStaysAwayAndGoesOn() throws Exception {
    CompletableFuture<Posted> first = append("1");
    CompletableFuture<Posted> second = append("2");
    database.fail(away);
    database.fail(away);
    thread.start();
    Sends.assertRefused(first, ProblemType.UNAVAILABLE);
    Sends.assertRefused(second, ProblemType.UNAVAILABLE);
    assertThat(watch.failures).as("said once a batch").hasValue(1);

    CompletableFuture<Posted> later = append("3");
    database.store();
    assertThat(Sends.seq(later)).isEqualTo(1);
  }

  @Test
  void survivesAMistakeOfOurs() throws Exception {
    CompletableFuture<Posted> first = append("1");
    database.answer(batch -> List.of());
    thread.start();
    assertThatThrownBy(() -> first.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class);

    CompletableFuture<Posted> second = append("2");
    database.store();
    assertThat(Sends.seq(second)).isEqualTo(1);
  }

  @Test
  void carriesOutNoChangeThatMayHaveBeenRepeatedElsewhere() throws Exception {
    CompletableFuture<Posted> send = append("1");
    CompletableFuture<Changed> late =
        lane.add(database.new Changes(), new MessageChange.Delete(Sends.ALICE, 3, 1))
            .toCompletableFuture();
    now.addAndGet(AppendLane.MOST_LATE.toNanos() + 1);
    CompletableFuture<Changed> inTime =
        lane.add(database.new Changes(), new MessageChange.Delete(Sends.ALICE, 3, 2))
            .toCompletableFuture();
    database.store();
    thread.start();

    assertThat(Sends.seq(send)).as("a send bears any delay").isEqualTo(1);
    Sends.assertRefused(late, ProblemType.UNAVAILABLE);
    inTime.get(10, TimeUnit.SECONDS);
    assertThat(database.nextBatch()).containsExactly("1");
    assertThat(database.nextBatch()).containsExactly("change of 2");
  }

  private CompletableFuture<Posted> append(long roomId, String content) {
    return lane.add(database, Sends.message(roomId, content)).toCompletableFuture();
  }

  private CompletableFuture<Posted> append(String content) {
    return lane.add(database, Sends.message(content)).toCompletableFuture();
  }
}
