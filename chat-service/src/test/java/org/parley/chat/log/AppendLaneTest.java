package org.parley.chat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.log.BatchStatement.Outcome;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

class AppendLaneTest {

  private final ScriptedStatement database = new ScriptedStatement();
  private final WatchedLane watch = new WatchedLane();
  private final AppendLane lane = new AppendLane(watch, AppendLane.MAX_BATCH);
  private final Thread thread = new Thread(lane, "append-lane-test");

  @AfterEach
  void stop() throws InterruptedException {
    lane.close();
    if (thread.getState() != Thread.State.NEW) {
      assertThat(thread.join(Duration.ofSeconds(10))).as("the lane's thread ends").isTrue();
    }
  }

  @Test
  void whatArrivesDuringACommitGoesIntoTheNextOne() throws Exception {
    thread.start();
    CompletableFuture<Posted> first = append("1");
    assertThat(database.nextBatch()).containsExactly("1");
    CompletableFuture<Posted> second = append("2");
    CompletableFuture<Posted> third = append("3");
    assertThat(first).isNotDone();

    database.store();
    assertThat(database.nextBatch()).containsExactly("2", "3");
    assertThat(Sends.seq(first)).isEqualTo(1);
    assertThat(second).as("before its commit").isNotDone();
    database.store();
    assertThat(Sends.seq(second)).isEqualTo(2);
    assertThat(Sends.seq(third)).isEqualTo(3);
  }

  @Test
  void aLaneThatClosesFinishesWhatItTookAndTakesNoMore() throws Exception {
    CompletableFuture<Posted> taken = append("taken");
    thread.start();
    assertThat(database.nextBatch()).containsExactly("taken");

    CompletableFuture<Void> end = lane.close();
    CompletableFuture<Posted> late = append("late");
    Sends.assertRefused(late, ProblemType.DRAINING);
    assertThat(end).as("before the commit").isNotDone();
    database.store();
    assertThat(Sends.seq(taken)).isEqualTo(1);
    assertThat(end).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void commitsAHundredAtMost() throws Exception {
    List<CompletableFuture<Posted>> sends = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      sends.add(append("x"));
    }
    thread.start();
    assertThat(database.nextBatch()).hasSize(100);
    database.store();
    assertThat(database.nextBatch()).hasSize(50);
    database.store();
    assertThat(Sends.seq(sends.getLast())).isEqualTo(150);
    assertThat(watch.batchSizes).containsExactly(100, 50);
    assertThat(watch.answers).hasValue(150);
  }

  @Test
  void theSameSendTwiceGoesIntoTwoBatches() throws Exception {
    NewMessage send = Sends.message("again");
    append("1");
    CompletableFuture<Posted> once = lane.add(database, send).toCompletableFuture();
    CompletableFuture<Posted> twice = lane.add(database, send).toCompletableFuture();
    append("4");
    thread.start();

    assertThat(database.nextBatch()).containsExactly("1", "again");
    database.store();
    assertThat(database.nextBatch()).containsExactly("again", "4");
    database.store();
    assertThat(Sends.seq(once)).isEqualTo(2);
    assertThat(Sends.seq(twice)).isEqualTo(3);
  }

  @Test
  void aBatchIsARunOfOneKind() throws Exception {
    ScriptedStatement.Changes changes = database.new Changes();
    append("1");
    append("2");
    lane.add(changes, Sends.change(1));
    lane.add(changes, Sends.change(1)); // the same again is as good as another one
    CompletableFuture<Posted> last = append("3");
    CompletableFuture<Changed> after = lane.add(changes, Sends.change(9)).toCompletableFuture();
    thread.start();

    assertThat(database.nextBatch()).containsExactly("1", "2");
    database.store();
    assertThat(database.nextBatch()).containsExactly("change of 1", "change of 1");
    assertThat(database.nextBatch()).containsExactly("3");
    assertThat(after).as("handed in after a send that is not committed").isNotDone();
    database.store();
    assertThat(database.nextBatch()).containsExactly("change of 9");
    assertThat(Sends.seq(last)).isEqualTo(3);
    assertThat(after.get(10, TimeUnit.SECONDS).message().seq()).isEqualTo(9);
  }

  @Test
  void tellsEachSendItsOwnOutcome() throws Exception {
    CompletableFuture<Posted> stranger = append("1");
    CompletableFuture<Posted> changed = append("2");
    CompletableFuture<Posted> good = append("3");
    database.answer(
        batch ->
            List.of(
                new Outcome.Refused<>(new ProblemException(ProblemType.NOT_MEMBER)),
                new Outcome.Refused<>(new ProblemException(ProblemType.CONFLICT)),
                database.stored(batch.get(2))));
    thread.start();

    Sends.assertRefused(stranger, ProblemType.NOT_MEMBER);
    Sends.assertRefused(changed, ProblemType.CONFLICT);
    assertThat(Sends.seq(good)).isEqualTo(1);
  }

  @Test
  void refusesWhenTooManyWait() {
    for (int i = 0; i < AppendLane.MAX_WAITING; i++) {
      assertThat(append("x")).isNotDone();
    }
    Sends.assertRefused(append("one more"), ProblemType.BUSY);
    assertThat(watch.refusedBusy).hasValue(1);
  }

  @Test
  void storesWhatWaitsBeforeItEnds() throws Exception {
    CompletableFuture<Posted> first = append("1");
    CompletableFuture<Posted> last = append("2");
    database.store();
    lane.close();
    thread.start();
    assertThat(Sends.seq(first)).isEqualTo(1);
    assertThat(Sends.seq(last)).isEqualTo(2);
    assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    Sends.assertRefused(append("late"), ProblemType.DRAINING);
  }

  private CompletableFuture<Posted> append(String content) {
    return lane.add(database, Sends.message(content)).toCompletableFuture();
  }
}
