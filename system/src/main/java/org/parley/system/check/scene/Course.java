package org.parley.system.check.scene;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How far a check has got, and whether somebody wants it to end early. Thread-safe. */
public final class Course {

  /** One after the other. */
  public enum Stage {
    /** Clients connect and enter the rooms. */
    ENTERING,
    /** Writers write, connections drop. */
    WRITING,
    /** Nothing new is begun; connections stay. */
    SETTLING,
    /** Clients end. */
    OVER
  }

  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Stage stage = Stage.ENTERING;
  private volatile long writingSince;

  public Stage stage() {
    return stage;
  }

  public void enter(Stage next) {
    if (next == Stage.WRITING) {
      writingSince = System.nanoTime();
    }
    stage = next;
    if (next == Stage.OVER) {
      over.countDown();
    }
  }

  /** When writing began, by {@link System#nanoTime()}. */
  public long writingSince() {
    return writingSince;
  }

  /** Ends the writing early. */
  public void stopWriting() {
    stop.countDown();
  }

  /** Waits; true as soon as somebody wants the writing to end. */
  public boolean awaitStop(Duration time) throws InterruptedException {
    return stop.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits; true as soon as clients are to end. */
  public boolean awaitOver(Duration time) throws InterruptedException {
    return over.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }
}
