package org.parley.users.platform;

import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.parley.contract.log.LogFields;
import org.parley.contract.log.ServerId;
import org.parley.contract.trace.Traces;

/** What this service tells of itself besides metrics: whose log lines they are, and traces. */
@ApplicationScoped
class Telemetry {

  void start(@Observes Startup startup, Config config) {
    LogFields.register(ServerId.of(config, "user-service"));
  }

  @Produces
  @Singleton
  Traces traces(Instance<OpenTelemetry> telemetry) {
    return Traces.of(telemetry);
  }
}
