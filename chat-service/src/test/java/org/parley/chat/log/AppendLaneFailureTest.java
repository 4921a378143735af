package org.parley.chat.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/** What a lane does when a commit fails. */
class AppendLaneFailureTest {

  private final AppendFailure away =
      new AppendFailure(
          AppendFailure.Blame.DATABASE,
          ProblemException.unavailable("away", Duration.ofSeconds(1), null));
  private final AppendFailure badApple =
      new AppendFailure(AppendFailure.Blame.SEND, new ProblemException(ProblemType.INTERNAL));

  private final ScriptedStatement database = new ScriptedStatement();
  private final AppendLane lane = new AppendLane(database);
  private final Thread thread = new Thread(lane, "append-lane-test");

  @AfterEach
  void stop() throws InterruptedException {
    lane.close();
    if (thread.getState() != Thread.State.NEW) {
      assertThat(thread.join(Duration.ofSeconds(10))).as("the lane's thread ends").isTrue();
    }
  }

  @Test
  void triesAFailedBatchOneByOneInItsOrder() throws Exception {
    CompletableFuture<Posted> first = append("1");
    CompletableFuture<Posted> bad = append("2");
    CompletableFuture<Posted> last = append("3");
    database.fail(badApple);
    database.store();
    database.fail(badApple);
    database.store();
    thread.start();

    assertThat(database.nextBatch()).containsExactly("1", "2", "3");
    assertThat(database.nextBatch()).containsExactly("1");
    assertThat(database.nextBatch()).containsExactly("2");
    assertThat(database.nextBatch()).containsExactly("3");
    assertThat(Sends.seq(first)).isEqualTo(1);
    assertThat(Sends.seq(last)).isEqualTo(2);
    Sends.assertRefused(bad, ProblemType.INTERNAL);
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

  private CompletableFuture<Posted> append(String content) {
    return lane.append(Sends.message(content)).toCompletableFuture();
  }
}
