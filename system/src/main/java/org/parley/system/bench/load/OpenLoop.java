package org.parley.system.bench.load;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Sends at a fixed rate whatever comes back, so that a server that is late is not sent less. What
 * became due while the thread was busy is sent as soon as it can, and counts from when it was due.
 */
public final class OpenLoop {

  /** Often enough to be small beside a millisecond's latency, seldom enough to cost little. */
  private static final long TICK_MICROS = 500;

  private final Dialect dialect;
  private final Sends sends;
  private final Meter meter;
  private final List<LoadSocket> senders;
  private final double nanosBetween;
  private final long begin = System.nanoTime();
  private final Set<LoadSocket> unflushed = new LinkedHashSet<>();
  private long count;
  private Future<?> ticking;

  private OpenLoop(
      EventLoop thread,
      Dialect dialect,
      Sends sends,
      Meter meter,
      List<LoadSocket> senders,
      double perSecond) {
    this.dialect = dialect;
    this.sends = sends;
    this.meter = meter;
    this.senders = List.copyOf(senders);
    this.nanosBetween = TimeUnit.SECONDS.toNanos(1) / perSecond;
    this.ticking = thread.newSucceededFuture(null);
  }

  static OpenLoop start(
      EventLoop thread,
      Dialect dialect,
      Sends sends,
      Meter meter,
      List<LoadSocket> senders,
      double perSecond) {
    OpenLoop loop = new OpenLoop(thread, dialect, sends, meter, senders, perSecond);
    loop.ticking = thread.scheduleWithFixedDelay(loop::tick, 0, TICK_MICROS, TimeUnit.MICROSECONDS);
    return loop;
  }

  private void tick() {
    long now = System.nanoTime();
    for (long due = nextDue(); due - now <= 0; due = nextDue()) {
      LoadSocket sender = senders.get((int) (count++ % senders.size()));
      if (sender.isOpen()) {
        long number = sends.next(due);
        dialect.send(sender, number, sends.clientMsgId(number), sends.content(number));
        unflushed.add(sender);
        meter.sent(now - due);
      }
    }
    unflushed.forEach(LoadSocket::flush);
    unflushed.clear();
  }

  private long nextDue() {
    return begin + (long) (count * nanosBetween);
  }

  /** Stops sending; what is under way comes back all the same. */
  public void stop() {
    ticking.cancel(false);
  }
}
