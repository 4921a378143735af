package org.parley.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.contract.promise.ContractDocument;

/** The dashboards as files: what Grafana would not load, or would show wrongly. */
class DashboardsTest {

  private static final int COLUMNS = 24; // of Grafana's grid

  static Stream<Dashboard> dashboards() throws IOException {
    return Dashboard.all();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void fitsTheSchema(Dashboard dashboard) throws IOException {
    ContractDocument schema =
        ContractDocument.of(
            "dashboard", Files.readString(Dashboard.folder().resolve("dashboard.schema.json")));
    assertThat(schema.violations("", dashboard.json())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void isWrittenAsGrafanaWritesIt(Dashboard dashboard) {
    assertThat(dashboard.text().replaceAll("\\s", ""))
        .as("nothing but white space was added")
        .isEqualTo(dashboard.json().toString().replaceAll("\\s", ""));
    assertThat(dashboard.text()).doesNotContain("\t").endsWith("}\n");
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void panelsHaveNumbersOfTheirOwnAndDoNotOverlap(Dashboard dashboard) {
    Set<Integer> ids = new HashSet<>();
    Set<String> cells = new HashSet<>();
    for (JsonNode panel : dashboard.panels()) {
      assertThat(ids.add(panel.path("id").asInt())).as("id of %s", panel.path("title")).isTrue();
      JsonNode place = panel.path("gridPos");
      int right = place.path("x").asInt() + place.path("w").asInt();
      assertThat(right).as("%s", panel.path("title")).isLessThanOrEqualTo(COLUMNS);
      for (int x = place.path("x").asInt(); x < right; x++) {
        for (int y = 0; y < place.path("h").asInt(); y++) {
          assertThat(cells.add(x + "," + (place.path("y").asInt() + y)))
              .as("%s lies on another", panel.path("title"))
              .isTrue();
        }
      }
    }
  }
}
