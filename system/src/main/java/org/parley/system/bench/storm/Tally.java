package org.parley.system.bench.storm;

/** What happened to all clients of a flock together. Used by its thread. */
final class Tally {

  /** Clients that are in their room now. */
  int inside;

  /** Connections of clients that were inside. */
  int lost;

  /** Attempts to connect that did not lead into the room. */
  int failed;

  /** Errors they were answered with. */
  int refused;

  /** Times the server said that it left something out. */
  int resyncs;

  /** Messages that came before the client was inside again. */
  int replayed;

  /** Counts anew: nobody counts as inside who was not let in since. */
  void restart() {
    inside = 0;
    lost = 0;
    failed = 0;
    refused = 0;
    resyncs = 0;
    replayed = 0;
  }
}
