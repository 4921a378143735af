package org.parley.chat.socket;

import static org.parley.contract.metric.Metrics.described;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Timer;
import org.jspecify.annotations.Nullable;

/**
 * What happens to frames on their way to sockets, counted from zero. Counting is cheap enough for
 * every recipient of every frame; {@link #publish} brings it to the metrics. Thread-safe.
 */
final class SocketCounts {

  /** One of them. */
  static final class Count {

    private final LongAdder seen = new LongAdder();
    private final String name;
    private final String description;
    private @Nullable Counter counter;
    private long published;

    private Count(String name, String description) {
      this.name = name;
      this.description = description;
    }

    void add() {
      seen.increment();
    }

    long sum() {
      return seen.sum();
    }

    private void register(MetricRegistry registry) {
      counter = registry.counter(described(name, description));
    }

    private void publish() {
      long now = seen.sum();
      if (counter != null) {
        counter.inc(now - published);
        published = now;
      }
    }
  }

  final Count deliveries = new Count("deliveries_total", "Frames of rooms that left for a socket.");
  final Count overflows =
      new Count(
          "outbox_overflows_total",
          "Rooms that had more waiting for a socket than their share, and began anew there.");
  final Count shed =
      new Count(
          "outbox_shed_total", "Passing remarks that a socket was spared, because it is slow.");
  final Count tooSlow =
      new Count("sockets_too_slow_total", "Sockets that took nothing and were ended with 4008.");

  private final List<Count> all = List.of(deliveries, overflows, shed, tooSlow);
  private @Nullable Timer deliverySeconds;

  void register(MetricRegistry registry) {
    all.forEach(count -> count.register(registry));
    deliverySeconds =
        registry.timer(
            described(
                "delivery_seconds",
                "From the commit of a message to its write to a socket of the same instance."));
  }

  /** These frames were handed to the network, for one socket. */
  void written(Outgoing.Text first, List<Outgoing.Text> others) {
    Timer timer = deliverySeconds;
    if (timer != null) {
      long now = System.nanoTime();
      time(timer, first, now);
      for (Outgoing.Text other : others) {
        time(timer, other, now);
      }
    }
  }

  private static void time(Timer timer, Outgoing.Text frame, long now) {
    if (frame.committedNanos() != 0) {
      timer.update(Duration.ofNanos(now - frame.committedNanos()));
    }
  }

  /** Brings the metrics up to date; by one thread at a time. */
  void publish() {
    all.forEach(Count::publish);
  }
}
