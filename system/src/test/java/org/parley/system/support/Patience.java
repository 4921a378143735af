package org.parley.system.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting for what nobody announces. */
public final class Patience {

  /** Longer than a start of a service on a busy machine. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private Patience() {}

  /** Waits until it is so; a failure when that takes too long. */
  public static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      pause(GLANCE);
    }
  }

  /** Lets something last. */
  public static void pause(Duration time) {
    try {
      NEVER.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
