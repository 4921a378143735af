package org.parley.chat.socket;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.parley.chat.support.LiveMessage;

/**
 * One socket's outbox: so many frames of a room are delivered, then the writer takes its turn. Run
 * by HotPathBenchmark; public because what JMH generates stands in another package.
 */
@State(Scope.Thread)
public class OutboxBenchmark {

  private static final long ROOM = 3;

  /** A quiet room; and as many frames as one write may have, though in bytes it is two writes. */
  @Param({"1", "64"})
  int deliveries;

  private final Outgoing.Text frame = new Outgoing.Text(LiveMessage.frame(ROOM));
  private final Outbox outbox = new Outbox(new SocketCounts());

  @Benchmark
  public void writeOneByOne(Blackhole transport) {
    deliver();
    for (Outgoing next = outbox.next(); next != null; next = outbox.next()) {
      transport.consume(next);
    }
  }

  @Benchmark
  public void writeJoined(Blackhole transport) {
    deliver();
    for (Outgoing next = outbox.next(); next != null; next = outbox.next()) {
      Outgoing.Text first = (Outgoing.Text) next;
      transport.consume(Outgoing.Text.joined(first, outbox.takeWith(first)));
    }
  }

  private void deliver() {
    for (int i = 0; i < deliveries; i++) {
      outbox.deliver(ROOM, frame);
    }
  }
}
