package org.parley.chat.feed;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.parley.chat.socket.Outgoing;
import org.parley.chat.socket.WillingSockets;

/**
 * A message that arrives for a room, up to the last reader's transport, on one thread: what a
 * delivery costs in code of ours. Run by HotPathBenchmark; public because what JMH generates stands
 * in another package.
 */
@State(Scope.Thread)
public class FanOutBenchmark {

  @Param({"1", "100", "1000"})
  int deliveries;

  /** Read by nobody, but written so that nothing of a delivery can be left out. */
  volatile Outgoing.Text taken;

  private FullRoom room;

  @Setup
  public void fill() {
    room = new FullRoom(deliveries, new WillingSockets(Runnable::run, frame -> taken = frame));
  }

  @Benchmark
  public void receive() {
    room.receive();
  }
}
