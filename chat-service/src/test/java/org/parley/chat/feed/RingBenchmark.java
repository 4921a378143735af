package org.parley.chat.feed;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.support.LiveMessage;

/**
 * A room's memory of its newest changes when it is full. Run by HotPathBenchmark; public because
 * what JMH generates stands in another package.
 */
@State(Scope.Thread)
public class RingBenchmark {

  /** More than a ring keeps, so that none is in it twice. A power of two. */
  private static final int FRAMES = 1_024;

  /** What somebody missed in a few minutes of a busy room. */
  private static final int RANGE = 50;

  private final RoomFrame[] frames = new RoomFrame[FRAMES];
  private final Ring written = new Ring(new AtomicLong());
  private final Ring read = new Ring(new AtomicLong());
  private int next;

  @Setup
  public void fill() {
    String text = RoomFrame.sent(LiveMessage.frame(3)).text();
    for (int i = 0; i < FRAMES; i++) {
      frames[i] = new RoomFrame(RoomFrame.Kind.SENT, i + 1, i + 1, 0, text);
      written.add(frames[i]);
      read.add(frames[i]);
    }
  }

  @Benchmark
  public void add() {
    written.add(frames[next++ & (FRAMES - 1)]);
  }

  @Benchmark
  public Optional<List<RoomFrame>> readFifty() {
    return read.after(FRAMES - RANGE);
  }
}
