package org.parley.system.bench.scene;

import org.parley.system.bench.load.Window;

/**
 * A rate that was tried.
 *
 * @param perSecond sends that were due a second
 * @param seconds how long was measured
 * @param recipients sockets every send goes to
 * @param serverCpuMicros of the process that holds the sockets
 * @param systemCpuMicros of that one and all it works with
 */
record Step(
    double perSecond,
    double seconds,
    int recipients,
    Window window,
    long serverCpuMicros,
    long systemCpuMicros) {

  /** What a server that keeps up may still be working on when the window ends. */
  private static final double KEEPS_UP = 0.97;

  /** Beyond it nobody would call it chat. */
  private static final double MAX_P99_MS = 1_000;

  private static final double MICROS = 1e6;

  double deliveriesPerSecond() {
    return window.delivered() / seconds;
  }

  double acksPerSecond() {
    return window.acked() / seconds;
  }

  /** How busy the server's core was, at most 1. */
  double serverCpuShare() {
    return serverCpuMicros / MICROS / seconds;
  }

  /** Whether the server took what was sent and delivered it, in time and to everybody. */
  boolean isSustained() {
    double due = perSecond * seconds;
    return window.acked() >= KEEPS_UP * due
        && window.delivered() >= KEEPS_UP * due * recipients
        && window.latency().p99() < MAX_P99_MS
        && window.refused() == 0
        && window.resyncs() == 0
        && window.closed() == 0;
  }
}
