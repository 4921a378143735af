package org.parley.chat.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.parley.contract.limit.Buckets;
import org.parley.contract.limit.Rate;

/** Two instances and what they share, by a clock of the test. */
class SharedBucketsTest {

  private static final Rate RATE = Rate.parse("20/s burst 40");
  private static final long ALICE = 1;
  private static final long BOB = 2;

  private final AtomicLong nanos = new AtomicLong();
  private final Bucket shared = Buckets.bucket(RATE, nanos::get);
  private final Queue<CompletableFuture<Long>> unanswered = new ArrayDeque<>();
  private int asked;
  private boolean slow;
  private boolean away;

  private final SharedBuckets here = instance();
  private final SharedBuckets there = instance();

  @Test
  void givesABurstAndThenTheRate() {
    for (int i = 0; i < 40; i++) {
      assertThat(here.take(ALICE)).isZero();
    }
    assertThat(here.take(ALICE)).isEqualTo(Duration.ofMillis(50).toNanos());
    pass(Duration.ofSeconds(1));
    assertThat(takeAll(here, ALICE)).isEqualTo(20);
    assertThat(here.take(BOB)).as("another person").isZero();
  }

  @Test
  void tellsThoseItSendsAwayToComeBackOneAfterAnother() {
    takeAll(here, ALICE);
    for (int i = 2; i <= 30; i++) {
      assertThat(here.take(ALICE)).isEqualTo(Duration.ofMillis(50).multipliedBy(i).toNanos());
    }
    for (int i = 1; i <= 30; i++) {
      pass(Duration.ofMillis(50));
      assertThat(here.take(ALICE)).isZero();
    }
    assertThat(here.take(ALICE)).as("all have come").isEqualTo(Duration.ofMillis(50).toNanos());
  }

  @Test
  void asksOnceForATenthOfWhatIsTaken() {
    takeAll(here, ALICE);

    assertThat(asked).isEqualTo(1 + 3);
  }

  @Test
  void whatOneInstanceLetThroughTheOtherDoesNot() {
    assertThat(takeAll(here, ALICE)).isEqualTo(40);

    // The nine of the last ten that were not told yet.
    assertThat(takeAll(there, ALICE)).isEqualTo(9);
  }

  @Test
  void twoInstancesTogetherGiveTheRateAndOnceAQuarterOfABurstEachBeyond() {
    int taken = 0;
    for (int i = 0; i < 1_000; i++) { // ten seconds
      taken += here.take(ALICE) == 0 ? 1 : 0;
      taken += there.take(ALICE) == 0 ? 1 : 0;
      pass(Duration.ofMillis(10));
    }

    assertThat(taken).isBetween(40 + 10 * 20 - 1, 40 + 10 * 20 + 2 * 10);
  }

  @Test
  void neverWaitsForAnAnswer() {
    slow = true;

    assertThat(takeAll(here, ALICE)).isEqualTo(40);
    assertThat(takeAll(there, ALICE)).isEqualTo(40);
    assertThat(unanswered).as("one question at a time of each").hasSize(2);

    // What was let through meanwhile is owed: nothing for the two seconds it takes to give it.
    slow = false;
    unanswered.forEach(answer -> answer.complete(shared.getAvailableTokens()));
    pass(Duration.ofMillis(500));
    assertThat(takeAll(here, ALICE) + takeAll(there, ALICE)).isLessThanOrEqualTo(20);
  }

  @Test
  void countsForItselfWhileNothingIsSharedAndForgivesAfterwards() {
    away = true;
    for (int second = 0; second < 60; second++) {
      takeAll(here, ALICE);
      takeAll(there, ALICE);
      pass(Duration.ofSeconds(1));
    }
    assertThat(takeAll(here, ALICE)).as("each by itself").isEqualTo(20);
    assertThat(takeAll(there, ALICE)).isEqualTo(20);

    away = false;
    pass(Duration.ofSeconds(2));
    assertThat(takeAll(here, ALICE)).as("no debt but the last ten").isBetween(30, 40);
  }

  private SharedBuckets instance() {
    return new SharedBuckets("send", RATE, this::takeShared, nanos::get);
  }

  private CompletionStage<Long> takeShared(String key, long tokens, Rate rate) {
    asked++;
    if (away) {
      return CompletableFuture.failedFuture(new IllegalStateException("away"));
    }
    if (!key.equals("send:" + ALICE)) {
      return CompletableFuture.completedFuture(rate.burst() - tokens);
    }
    shared.consumeIgnoringRateLimits(tokens);
    if (slow) {
      CompletableFuture<Long> later = new CompletableFuture<>();
      unanswered.add(later);
      return later;
    }
    return CompletableFuture.completedFuture(shared.getAvailableTokens());
  }

  private static int takeAll(SharedBuckets buckets, long person) {
    int taken = 0;
    while (buckets.take(person) == 0) {
      taken++;
    }
    return taken;
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
