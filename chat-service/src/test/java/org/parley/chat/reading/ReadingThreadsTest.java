package org.parley.chat.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingThreadsTest {

  private final ReadingThreads threads = new ReadingThreads();

  @BeforeEach
  void open() {
    threads.open(Thread.ofPlatform().daemon().factory());
  }

  @AfterEach
  void close() {
    threads.close();
  }

  @Test
  void letsAWordWaitForThoseAfterIt() throws InterruptedException {
    CountDownLatch ran = new CountDownLatch(1);
    long before = System.nanoTime();
    threads.later(ran::countDown);
    assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isGreaterThanOrEqualTo(ReadingThreads.DELAY);
  }

  @Test
  void takesNoMoreThanMayWait() {
    CountDownLatch stuck = new CountDownLatch(1);
    Runnable task = () -> await(stuck);
    // Two more may run by now.
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < ReadingThreads.MAX_WAITING + 3; i++) {
                threads.later(task);
              }
            })
        .isInstanceOf(RejectedExecutionException.class);
    stuck.countDown();
  }

  @Test
  void takesNothingOnceItIsClosed() {
    threads.close();
    assertThatThrownBy(() -> threads.later(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
