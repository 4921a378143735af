package org.parley.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who hands in what is there already waits for the reader. */
class OutboxPaceTest {

  private static final long ROOM = 7;

  private final Outbox outbox = new Outbox(new SocketCounts());
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    outbox.end();
    threads.close();
  }

  @Test
  void waitsUntilAQuarterIsLeft() throws Exception {
    addOneTooMany();
    Future<?> waiting = waiting();
    outbox.next();
    waiting.get(10, TimeUnit.SECONDS);
  }

  @Test
  void waitsForBytesToo() throws Exception {
    outbox.add(new Outgoing.Text("x".repeat(Outbox.PACE_BYTES)));
    outbox.awaitPace();
    outbox.add(new Outgoing.Text("x"));
    Future<?> waiting = waiting();
    outbox.next();
    waiting.get(10, TimeUnit.SECONDS);
  }

  @Test
  void goesOnWhenARoomIsDropped() throws Exception {
    for (int i = 0; i <= Outbox.PACE_FRAMES; i++) {
      outbox.deliver(ROOM, new Outgoing.Text("x"));
    }
    Future<?> waiting = waiting();
    outbox.forget(ROOM);
    waiting.get(10, TimeUnit.SECONDS);
  }

  @Test
  void goesOnWhenTheSocketEnds() throws Exception {
    addOneTooMany();
    Future<?> waiting = waiting();
    outbox.end();
    waiting.get(10, TimeUnit.SECONDS);
  }

  private void addOneTooMany() throws InterruptedException {
    for (int i = 0; i < Outbox.PACE_FRAMES; i++) {
      outbox.add(new Outgoing.Text("x"));
    }
    outbox.awaitPace();
    outbox.add(new Outgoing.Text("x"));
  }

  /** One that has come to wait. */
  private Future<?> waiting() {
    AtomicReference<Thread> waiter = new AtomicReference<>();
    Future<?> done =
        threads.submit(
            () -> {
              waiter.set(Thread.currentThread());
              outbox.awaitPace();
              return null;
            });
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (waiter.get() == null || waiter.get().getState() != Thread.State.WAITING) {
      assertThat(System.nanoTime()).as("it should have come to wait").isLessThan(deadline);
      Thread.onSpinWait();
    }
    assertThat(done).isNotDone();
    return done;
  }
}
