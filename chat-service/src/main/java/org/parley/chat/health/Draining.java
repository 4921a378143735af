package org.parley.chat.health;

import static org.parley.contract.metric.Metrics.described;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Whether this instance is going away. Once it is, it does not come back. */
@ApplicationScoped
public class Draining {

  /** Fired once, when it begins: whoever lets somebody in must stop doing so. */
  public record Begun() {}

  private volatile boolean begun;

  @Inject private Event<Begun> event;

  void register(@Observes Startup startup, MetricRegistry registry) {
    Gauge<Integer> state = () -> begun ? 1 : 0;
    registry.gauge(
        described("draining", "1 while this instance sends its clients to others and ends."),
        state,
        Gauge::getValue);
  }

  /** From now on nobody new is let in. */
  public void begin() {
    begun = true;
    event.fire(new Begun());
  }

  public boolean hasBegun() {
    return begun;
  }
}
