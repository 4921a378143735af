package org.parley.system.bench.scene;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.parley.system.bench.load.OpenLoop;
import org.parley.system.bench.load.Window;
import org.parley.system.bench.peer.Holdings;
import org.parley.system.bench.peer.ParleyContender;

/** A crowd of which some are dropped and come back all the time, and what its server holds. */
public final class Soak implements AutoCloseable {

  /** Dropped a second, of a thousand: everybody once in less than two minutes. */
  private static final int TURNOVER = 10;

  private final ParleyContender parley;
  private final Holdings holdings;
  private final Crowd crowd;
  private final OpenLoop sending;
  private int turn;

  /** Sends at this rate until it is closed. */
  public Soak(Scene scene, ParleyContender parley, double perSecond) throws InterruptedException {
    this.parley = parley;
    this.holdings = parley.holdings();
    this.crowd = new Crowd(scene, parley);
    this.sending = crowd.send(perSecond);
  }

  /** Lets it go on for so long; says how it went, and what is held at the end. */
  public Map<String, Double> step(long seconds) throws InterruptedException {
    Map<String, Double> metrics = new LinkedHashMap<>();
    // First, so that its pause is over before latency is looked at.
    parley.collectGarbage();
    metrics.putAll(holdings.now());
    crowd.window();
    long begin = System.nanoTime();
    for (long second = 1; second <= seconds; second++) {
      crowd.replace(turn++, TURNOVER);
      long left = begin + TimeUnit.SECONDS.toNanos(second) - System.nanoTime();
      TimeUnit.NANOSECONDS.sleep(left);
    }
    double elapsed = (System.nanoTime() - begin) / 1e9;
    Window window = crowd.window();
    metrics.put("deliveries_per_s", window.delivered() / elapsed);
    metrics.put("p50_ms", window.latency().p50());
    metrics.put("p99_ms", window.latency().p99());
    metrics.put("out_of_order", (double) window.outOfOrder());
    metrics.put("refused", (double) window.refused());
    metrics.put("resyncs", (double) window.resyncs());
    metrics.put("closed", (double) window.closed());
    return metrics;
  }

  @Override
  public void close() {
    sending.stop();
    crowd.close();
  }
}
