package org.parley.system.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Something that goes wrong while the checker runs.
 *
 * @param name what an operator would call it
 * @param writing how long the checker's writers write, the fault included
 * @param bound how late a message may be because of it, as the README says
 * @param checker further words for the checker
 * @param atOrigin whether clients come through the edge, as people do, instead of straight to the
 *     instances, so that both have some
 * @param always whether it is part of {@code verify}
 * @param script what happens; returns when the fault is over
 */
record Fault(
    String name,
    Duration writing,
    Duration bound,
    List<String> checker,
    boolean atOrigin,
    boolean always,
    Script script) {

  /** What happens to the system. */
  interface Script {
    void run(ChaosSystem system) throws Exception;
  }

  /** Its name, in a file name. */
  String slug() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  /** For the report of a test. */
  @Override
  public String toString() {
    return name;
  }
}
