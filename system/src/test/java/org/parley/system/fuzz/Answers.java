package org.parley.system.fuzz;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.TreeMap;

/** How often which answer came. */
final class Answers {

  private static final Logger LOG = System.getLogger(Answers.class.getName());

  private final Map<String, Integer> counts = new TreeMap<>();
  private final long from = System.nanoTime();

  void count(String answer) {
    counts.merge(answer, 1, Integer::sum);
  }

  /** Tells whoever looks at a longer run. */
  void tell(Fuzz fuzz) {
    LOG.log(
        Level.INFO,
        "{0} rounds of seed {1,number,#} in {2} s: {3}",
        fuzz.rounds(),
        fuzz.seed(),
        (System.nanoTime() - from) / 1_000_000_000,
        counts);
  }
}
