package org.parley.chat.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.parley.contract.limit.LimitCounts;
import org.parley.contract.limit.LimitReader;
import org.parley.contract.privacy.CopyLimits;

/**
 * What the limits work with. The start asks for the counts, so that they are there from then on,
 * and tells of limits that are off.
 */
@ApplicationScoped
class LimitSetup {

  private static final Logger LOG = System.getLogger(LimitSetup.class.getName());

  /** A million messages take about half a minute. */
  private static final CopyLimits.Kind COPIES =
      new CopyLimits.Kind("your messages", Duration.ofSeconds(30));

  void start(@Observes Startup startup, LimitSettings settings, LimitCounts<Limit> counts) {
    if (!settings.on()) {
      LOG.log(Level.WARNING, LimitReader.OFF);
    }
  }

  @Produces
  @Singleton
  LimitSettings settings(LimitReader reader) {
    return LimitSettings.from(reader);
  }

  @Produces
  @Singleton
  LimitCounts<Limit> counts(MetricRegistry registry, LimitSettings settings) {
    return new LimitCounts<>(registry, Limit.class, settings.on());
  }

  @Produces
  @Singleton
  CopyLimits copies(LimitSettings settings, PersonLimits people, LimitCounts<Limit> counts) {
    return new CopyLimits(
        settings.on(), COPIES, people::takeExport, () -> counts.refused(Limit.EXPORT));
  }
}
