package org.parley.users.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.parley.contract.limit.Buckets;
import org.parley.contract.limit.LimitCounts;
import org.parley.contract.privacy.CopyLimits;
import org.parley.users.platform.Settings;

/** What the limits work with. */
@ApplicationScoped
class LimitSetup {

  /** A hundred thousand entries of the audit log take about this long. */
  private static final CopyLimits.Kind COPIES =
      new CopyLimits.Kind("your data", Duration.ofSeconds(10));

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

  /** Counted in this process. */
  @Produces
  @Singleton
  CopyLimits copies(LimitSettings settings, LimitCounts<Limit> counts) {
    Buckets<Long> exporting = new Buckets<>(settings.export());
    return new CopyLimits(
        settings.on(), COPIES, exporting::take, () -> counts.refused(Limit.EXPORT));
  }
}
