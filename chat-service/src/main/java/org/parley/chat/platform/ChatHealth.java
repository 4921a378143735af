package org.parley.chat.platform;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Live and ready once the application runs, which it does only after it reached its database and
 * the schema fits. Neither Redis nor PostgreSQL takes readiness away later: all instances share
 * them, and an edge that sends people to none of the instances would cut off those who are
 * connected.
 */
@Liveness
@Readiness
@ApplicationScoped
public class ChatHealth implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.up("chat-service");
  }
}
