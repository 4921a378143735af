package org.parley.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.system.settings.ProjectFolder;
import org.parley.system.support.Programs;
import org.yaml.snakeyaml.Yaml;

/** prometheus/rules, by promtool where it is installed, and what every alert owes its reader. */
class RulesTest {

  private static final Path ROOT = ProjectFolder.ofThisProgram().root();
  private static final Path PROMETHEUS = ROOT.resolve("prometheus");

  /** An alert of a file. */
  record Alert(Path file, String name, Map<String, Object> rule) {

    String annotation(String key) {
      return text("annotations", key);
    }

    private String text(String part, String key) {
      return rule.get(part) instanceof Map<?, ?> map && map.get(key) instanceof String text
          ? text
          : "";
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(PROMETHEUS.resolve("rules"))) {
      return files.sorted().toList().stream();
    }
  }

  static Stream<Alert> alerts() throws IOException {
    List<Alert> alerts = new ArrayList<>();
    for (Path file : files().toList()) {
      Map<String, List<Map<String, List<Map<String, Object>>>>> yaml =
          new Yaml().load(Files.readString(file));
      yaml.get("groups").stream()
          .flatMap(group -> group.get("rules").stream())
          .filter(rule -> rule.containsKey("alert"))
          .forEach(rule -> alerts.add(new Alert(file, rule.get("alert").toString(), rule)));
    }
    return alerts.stream();
  }

  @Test
  void prometheusTakesTheConfiguration() throws Exception {
    promtool(PROMETHEUS, "check", "config", "prometheus.yml");
  }

  @ParameterizedTest
  @MethodSource("files")
  void doWhatTheirTestsSay(Path file) throws Exception {
    Path test =
        PROMETHEUS
            .resolve("tests")
            .resolve(file.getFileName().toString().replace(".yml", ".test.yml"));
    assertThat(test).exists();
    promtool(PROMETHEUS.resolve("tests"), "test", "rules", test.getFileName().toString());
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void alertIsTestedAndTellsWhatItMeansAndWhatToDo(Alert alert) throws IOException {
    String test =
        Files.readString(
            PROMETHEUS
                .resolve("tests")
                .resolve(alert.file.getFileName().toString().replace(".yml", ".test.yml")));
    // Fired by name, alone on its line or in a label of what fires.
    assertThat(test)
        .containsPattern(
            "alertname: " + alert.name + "\\s+exp_alerts:\\s+- |alertname=\"" + alert.name + "\"");

    assertThat(alert.text("labels", "severity")).isIn("page", "ticket");
    for (String key : List.of("summary", "description", "look")) {
      assertThat(alert.annotation(key)).as(key).isNotBlank();
    }
    String anchor = alert.name.toLowerCase(Locale.ROOT);
    assertThat(alert.annotation("runbook")).isEqualTo("docs/runbook.md#" + anchor);
    assertThat(Files.readAllLines(ROOT.resolve("docs/runbook.md")))
        .anyMatch(line -> line.matches("#+ " + alert.name));
  }

  /** Without it the test is skipped, or fails where PARLEY_REQUIRE_PROMETHEUS is true. */
  private static void promtool(Path folder, String... words) throws Exception {
    Programs.require("PARLEY_REQUIRE_PROMETHEUS", "prometheus", "promtool");
    List<String> command =
        new ArrayList<>(List.of(Programs.find("promtool").orElseThrow().toString()));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
