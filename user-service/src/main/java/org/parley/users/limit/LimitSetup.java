package org.parley.users.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.parley.contract.limit.LimitCounts;
import org.parley.users.platform.Settings;

/** What the limits work with. */
@ApplicationScoped
class LimitSetup {

  @Produces
  @Singleton
  LimitSettings settings(Settings settings) {
    return LimitSettings.from(settings);
  }

  @Produces
  @Singleton
  LimitCounts<Limit> counts(MetricRegistry registry, LimitSettings settings) {
    return new LimitCounts<>(registry, Limit.class, settings.on());
  }
}
