package org.parley.users.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The time, injected so that tests can move it. */
@ApplicationScoped
class SystemClock {

  /** UTC in microseconds, which is what PostgreSQL keeps: a time reads back as it was written. */
  @Produces
  @Dependent
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }
}
