package org.parley.system.bench.storm;

import java.util.TreeSet;

/** Which messages of a room, by their seq, one client was given, and how. */
final class Received {

  /** Everything up to it was given. */
  private long through;

  /** What was given although something before it was not. */
  private final TreeSet<Long> beyond = new TreeSet<>();

  private int doubled;
  private int outOfOrder;

  /** Nobody owes it anything up to this one. */
  void beginAfter(long seq) {
    through = seq;
    beyond.clear();
  }

  void take(long seq) {
    if (seq <= through || beyond.contains(seq)) {
      doubled++;
      return;
    }
    if (!beyond.isEmpty() && seq < beyond.last()) {
      outOfOrder++;
    }
    beyond.add(seq);
    while (beyond.remove(through + 1)) {
      through++;
    }
  }

  /** How many of a room's messages, up to this one, were not given. */
  long missingUpTo(long seq) {
    return Math.max(0, seq - through - beyond.headSet(seq, true).size());
  }

  int doubled() {
    return doubled;
  }

  int outOfOrder() {
    return outOfOrder;
  }
}
