package org.parley.chat.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Started, live and ready once the application runs; where PostgreSQL is away by then it says so
 * and goes on. What it needs may go away later without taking readiness with it: all instances
 * share those parts, and an edge that sends people to none of the instances would cut off those who
 * are connected. Only an instance that is going away is not ready any more.
 */
@ApplicationScoped
public class ChatHealth {

  private static final String NAME = "chat-service";

  @Inject private Draining draining;
  @Inject private Degradation degradation;

  /** The application runs, so it has started. */
  @Produces
  @Startup
  HealthCheck started() {
    return () -> HealthCheckResponse.up(NAME);
  }

  @Produces
  @Liveness
  HealthCheck live() {
    return () -> HealthCheckResponse.up(NAME);
  }

  /** Says in its data what is missing. */
  @Produces
  @Readiness
  HealthCheck ready() {
    return () -> {
      HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME);
      degradation.states().forEach(answer::withData);
      return answer.withData("draining", draining.hasBegun()).status(!draining.hasBegun()).build();
    };
  }
}
