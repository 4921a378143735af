package org.parley.system.check.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.parley.system.check.scene.Course;
import org.parley.system.check.scene.Course.Stage;
import org.parley.system.check.scene.Plan;

/**
 * When a writer writes: at random times of a fixed rate, whether or not earlier things are answered
 * (an open loop), so that slowness shows as waiting and not as fewer messages.
 */
final class Schedule {

  private final RandomGenerator random;
  private final double meanNanos;
  private boolean begun;
  private long next;

  /** A fair share of the plan's rate. */
  Schedule(Plan plan, RandomGenerator random) {
    this.random = random;
    meanNanos = (double) Duration.ofSeconds(1).toNanos() * plan.writers() / plan.rate();
  }

  /** The times, of {@link System#nanoTime()}, that have come since it was last asked. */
  List<Long> due(Course course, long now) {
    List<Long> due = new ArrayList<>();
    if (course.stage() != Stage.WRITING) {
      return due;
    }
    if (!begun) {
      begun = true;
      next = course.writingSince() + step();
    }
    while (now - next >= 0) {
      due.add(next);
      next += step();
    }
    return due;
  }

  /** The next such time; long ago before there was any. */
  long next() {
    return next;
  }

  private long step() {
    return (long) (random.nextExponential() * meanNanos);
  }
}
