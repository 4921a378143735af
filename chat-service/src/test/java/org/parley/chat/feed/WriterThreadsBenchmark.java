package org.parley.chat.feed;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.parley.chat.socket.WillingSockets;

/**
 * Like {@link FanOutBenchmark}, but each socket is written by a virtual thread that is started for
 * it, as {@code Sockets} does it. Until the last reader has it. Run by HotPathBenchmark; public
 * because what JMH generates stands in another package.
 */
@State(Scope.Thread)
public class WriterThreadsBenchmark {

  @Param({"1", "100", "1000"})
  int deliveries;

  private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
  private volatile CountDownLatch waiting = new CountDownLatch(0);
  private FullRoom room;

  @Setup
  public void fill() {
    room = new FullRoom(deliveries, new WillingSockets(writers, frame -> waiting.countDown()));
  }

  @TearDown
  public void stop() {
    writers.close();
  }

  @Benchmark
  public void receive() throws InterruptedException {
    waiting = new CountDownLatch(deliveries);
    room.receive();
    waiting.await();
  }
}
