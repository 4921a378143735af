package org.parley.chat.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** What can go wrong between instances, counted from zero. */
@ApplicationScoped
class ClusterMetrics {

  @Inject private MetricRegistry registry;

  private Counter publishFailures;

  void register(@Observes Startup startup) {
    publishFailures =
        registry.counter(
            Metadata.builder()
                .withName("broadcast_publish_failures_total")
                .withDescription(
                    "Frames that Redis did not take. Other instances find the messages in the database.")
                .build());
  }

  void publishFailed() {
    publishFailures.inc();
  }
}
