package org.parley.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.system.monitoring.Exposition.Family;
import org.parley.system.monitoring.MetricsReference.Row;
import org.parley.system.run.SystemDescription.Place;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.WithRunningSystem;

/** docs/metrics.md and what the running services tell, each row and each series. */
@WithRunningSystem
class MetricsReferenceIT {

  private final RunningSystem system;

  MetricsReferenceIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void chatServiceTellsWhatIsWritten() throws IOException {
    for (Place instance : system.description().chat()) {
      compare("chat-service", instance);
    }
  }

  @Test
  void userServiceTellsWhatIsWritten() throws IOException {
    compare("user-service", system.description().userService());
  }

  private static void compare(String service, Place place) throws IOException {
    Map<String, Row> written = MetricsReference.read().table(service);
    URI metrics = URI.create("http://localhost:" + place.port() + "/metrics?scope=application");
    Map<String, Family> told = Exposition.of(metrics).families();

    assertThat(told.keySet()).as("docs/metrics.md, %s", service).isEqualTo(written.keySet());
    told.forEach((name, family) -> compare(name, family, written.get(name)));
  }

  private static void compare(String name, Family told, Row written) {
    assertThat(told.type()).as("type of %s", name).isEqualTo(written.type());
    assertThat(told.help()).as("help of %s", name).isNotBlank();
    assertThat(told.labels().keySet())
        .as("labels of %s", name)
        .isEqualTo(written.labels().keySet());
    // Closed lists, complete from zero: a rate over a series that appears with its first event
    // misses that event.
    written
        .labels()
        .forEach(
            (label, values) -> {
              Set<String> toldValues = new TreeSet<>(told.labels().get(label));
              if (values.isEmpty()) {
                assertThat(toldValues).as("%s of %s", label, name).isNotEmpty();
              } else {
                assertThat(toldValues).as("%s of %s", label, name).isEqualTo(values);
              }
            });
  }
}
