package org.parley.system.check.scene;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What is counted along the way. Thread-safe. */
public final class Tally {

  /** One counter each. */
  public enum Count {
    /** Sends that were put on the wire, each once. */
    SENT,
    /** Sends that were acknowledged. */
    ACKED,
    /** Edits, removals and reactions that were put on the wire, each once. */
    CHANGES_SENT,
    /** Those that were acknowledged. */
    CHANGES_ACKED,
    /** Operations that were put on the wire again. */
    REPEATED,
    /** Operations and entries that were told to come later. */
    DELAYED,
    /** Reactions that came after the removal of their message. */
    OVERTAKEN,
    /** Sends without a final answer at the end. */
    UNKNOWN,
    /** Changes without a final answer at the end. */
    CHANGES_UNKNOWN,
    /** Operations that were due and never got to the wire. */
    UNSENT,
    /** Messages that came to a client for the first time. */
    DELIVERED,
    /** Connections the checker cut or closed. */
    DROPS,
    /** Connections that were made anew because the server asked for it. */
    MOVES,
    /** Connections that ended otherwise. */
    CONNECTIONS_LOST,
    /** Attempts to connect that failed. */
    CONNECTS_FAILED,
    /** Connections given up because an answer was missing for too long. */
    SILENCES,
    /** Rooms that were entered again and resumed. */
    RESUMES,
    /** Ranges that came unasked. */
    REPAIRS,
    /** Rooms that had to be read anew. */
    RESYNCS,
    /** Rooms whose history became another one. */
    HISTORIES_CHANGED,
    /** Messages acknowledged in an earlier history that are not in the last one. */
    SET_BACK
  }

  private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);

  public Tally() {
    for (Count count : Count.values()) {
      counts.put(count, new LongAdder());
    }
  }

  public void add(Count count) {
    add(count, 1);
  }

  public void add(Count count, long number) {
    adder(count).add(number);
  }

  public long of(Count count) {
    return adder(count).sum();
  }

  private LongAdder adder(Count count) {
    LongAdder adder = counts.get(count);
    if (adder == null) {
      throw new IllegalArgumentException(count.name());
    }
    return adder;
  }
}
