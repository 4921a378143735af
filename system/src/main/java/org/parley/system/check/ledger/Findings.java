package org.parley.system.check.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.parley.system.check.ledger.Violation.Kind;

/** Every violation counted, the first of them kept. Thread-safe. */
public final class Findings {

  /** Enough to see a pattern; a broken system breaks every promise thousands of times. */
  private static final int KEPT = 20;

  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
  private final List<Violation> first = new ArrayList<>();

  public synchronized void add(Violation violation) {
    counts.merge(violation.kind(), 1L, Long::sum);
    if (first.size() < KEPT) {
      first.add(violation);
    }
  }

  public synchronized long count(Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  public synchronized long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The first ones, in the order they were found. */
  public synchronized List<Violation> first() {
    return List.copyOf(first);
  }
}
