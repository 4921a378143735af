package org.parley.contract.metric;

import org.eclipse.microprofile.metrics.Metadata;

/** What is said of a metric besides its values. */
public final class Metrics {

  private Metrics() {}

  /** Name and description, as {@code /metrics} and docs/metrics.md have them. */
  public static Metadata described(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
