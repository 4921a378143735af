package org.parley.chat.cluster;

import static org.parley.contract.metric.Metrics.described;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** What can go wrong between instances, counted from zero. */
@ApplicationScoped
class ClusterMetrics {

  @Inject private MetricRegistry registry;

  private Counter publishFailures;

  void register(@Observes Startup startup) {
    publishFailures =
        registry.counter(
            described(
                "broadcast_publish_failures_total",
                "Frames that Redis did not take. Other instances find the messages in the database."));
  }

  void publishFailed() {
    publishFailures.inc();
  }
}
