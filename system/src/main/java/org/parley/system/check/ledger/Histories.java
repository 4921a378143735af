package org.parley.system.check.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What was promised of one room, history by history. A restored database or a promoted standby
 * begins another history, which may end before the one that clients knew: it says so by another
 * epoch, and what was acknowledged before may be gone. Thread-safe.
 */
public final class Histories {

  private final long roomId;
  private final Findings findings;
  private final SequencedMap<String, Promises> byEpoch = new LinkedHashMap<>();

  public Histories(long roomId, Findings findings) {
    this.roomId = roomId;
    this.findings = findings;
  }

  /** A client is in this history now. Returns what is promised of it. */
  public synchronized Promises entered(String epoch) {
    return byEpoch.computeIfAbsent(epoch, unused -> new Promises(roomId, findings));
  }

  /** What is promised of the history that clients came to last. */
  synchronized Promises last() {
    return byEpoch.isEmpty() ? new Promises(roomId, findings) : byEpoch.lastEntry().getValue();
  }

  /** The epoch of the history that clients came to last; empty when nobody ever entered. */
  synchronized String lastEpoch() {
    return byEpoch.isEmpty() ? "" : byEpoch.lastEntry().getKey();
  }

  /** What was promised of those before. */
  synchronized Map<String, Promises> earlier() {
    SequencedMap<String, Promises> earlier = new LinkedHashMap<>(byEpoch);
    earlier.pollLastEntry();
    return earlier;
  }

  /** Whether there was more than one. */
  public synchronized boolean changed() {
    return byEpoch.size() > 1;
  }
}
