package org.parley.system.bench.storm;

import java.util.random.RandomGenerator;

/** How long a client waits before it connects again; the browser client's, backoff.ts. */
final class Backoff {

  private static final long FLOOR_MILLIS = 500;
  private static final long FIRST_BOUND_MILLIS = 1_000;
  private static final long CEILING_MILLIS = 30_000;

  /** Beyond it the bound is the ceiling anyway. */
  private static final int MOST_DOUBLINGS = 10;

  private Backoff() {}

  /** Anything between the floor and a bound that doubles; {@code attempt} counts from 0. */
  static long millis(int attempt, RandomGenerator random) {
    long bound = Math.min(CEILING_MILLIS, FIRST_BOUND_MILLIS << Math.min(attempt, MOST_DOUBLINGS));
    return random.nextLong(FLOOR_MILLIS, bound + 1);
  }
}
