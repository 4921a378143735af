package org.parley.system.fuzz;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * How much chance, and which. {@code -Dparley.fuzz.seed} repeats a run that failed, {@code
 * -Dparley.fuzz.rounds} makes a longer one.
 */
record Fuzz(long seed, int rounds) {

  /** Any would do. */
  private static final long USUAL_SEED = 20_261_127;

  /**
   * By the properties, otherwise the same seed each time: a build fails for what changed, not by
   * chance.
   *
   * @param rounds as many as {@code verify} has time for
   */
  static Fuzz settings(int rounds) {
    return new Fuzz(
        Long.getLong("parley.fuzz.seed", USUAL_SEED),
        Integer.getInteger("parley.fuzz.rounds", rounds));
  }

  RandomGenerator random() {
    return new SplittableRandom(seed);
  }

  /** How to see it again. */
  String again(int round) {
    return "round %d of -Dparley.fuzz.seed=%d".formatted(round, seed);
  }
}
