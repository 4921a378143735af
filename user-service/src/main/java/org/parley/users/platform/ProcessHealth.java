package org.parley.users.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Startup;

/**
 * Started and live: both are answered by the application, which runs only after the schema fits,
 * the signing key is read and the gRPC port is bound. Nothing that a restart would not cure belongs
 * into liveness.
 */
@ApplicationScoped
class ProcessHealth {

  @Produces
  @Startup
  @ApplicationScoped
  HealthCheck started() {
    return () -> HealthCheckResponse.up("started");
  }

  @Produces
  @Liveness
  @ApplicationScoped
  HealthCheck live() {
    return () -> HealthCheckResponse.up("live");
  }
}
