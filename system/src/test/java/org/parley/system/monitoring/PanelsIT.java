package org.parley.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.system.support.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.system.edge.Edge;
import org.parley.system.monitoring.Dashboard.Question;
import org.parley.system.support.Checker;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.WithRunningSystem;

/**
 * Every panel's query, asked of a real Prometheus that scrapes the running system, the edge and the
 * machine while people write.
 */
@WithRunningSystem
class PanelsIT {

  /** Rates need two points of a series; each rule and each alert is looked at by then, too. */
  private static final int SCRAPES = 6;

  /** Two chat instances, user-service, the edge, the machine, Prometheus itself. */
  private static final int TARGETS = 6;

  private final RunningSystem system;

  PanelsIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeAll
  static void require() {
    PrometheusServer.require();
  }

  @Test
  void everyPanelHasSomethingToShow(@TempDir Path folder) throws IOException {
    try (Edge edge =
            Edge.of(system, folder.resolve("edge")).name("chat-service", "127.0.0.1").start();
        NodeExporter node = NodeExporter.start();
        PrometheusServer prometheus =
            PrometheusServer.start(
                folder.resolve("prometheus"),
                targets(system, edge.metrics("").getAuthority(), node.address()))) {
      Checker checker =
          Checker.begin(
              // Longer than the minute after which budgets are looked at for the first time.
              List.of(
                  "--url",
                  system.description().origin(),
                  "--duration",
                  "80s",
                  "--drop-every",
                  "3s"),
              folder.resolve("check.json"));
      String scraped = "count_over_time(up[5m]) >= " + SCRAPES;
      await("scrapes", () -> prometheus.query(scraped).size() == TARGETS);
      assertThat(prometheus.query("up == 0")).as("targets that do not answer").isEmpty();

      List<Question> questions = Dashboard.all().flatMap(Dashboard::questions).toList();
      assertThat(questions).hasSizeGreaterThan(50);
      await(
          "an answer to each",
          () ->
              checker.isOver() || questions.stream().allMatch(one -> isAnswered(prometheus, one)));
      assertThat(questions)
          .allSatisfy(one -> assertThat(isAnswered(prometheus, one)).as("%s", one).isTrue());
      draw(prometheus);
      assertThat(checker.end().exitCode()).isZero();
    }
  }

  /** With -Dparley.pictures=true, into target/dashboards. */
  private static void draw(PrometheusServer prometheus) throws IOException {
    if (Boolean.getBoolean("parley.pictures")) {
      Path folder = Files.createDirectories(Path.of("target", "dashboards"));
      for (Dashboard dashboard : Dashboard.all().toList()) {
        Path file = folder.resolve(dashboard.name().replace(".json", ".png"));
        new DashboardPicture(dashboard, prometheus).writeTo(file);
      }
    }
  }

  /** A series, and one at least with a number. */
  private static boolean isAnswered(PrometheusServer prometheus, Question question) {
    return prometheus.query(question.expression()).stream().anyMatch(PanelsIT::isNumber);
  }

  private static boolean isNumber(JsonNode series) {
    return !series.at("/value/1").asText("NaN").equals("NaN");
  }

  private static Map<String, List<String>> targets(RunningSystem system, String edge, String node) {
    return Map.of(
        "chat-service",
        system.description().chat().stream()
            .map(place -> "localhost:" + place.port())
            .collect(Collectors.toList()),
        "user-service",
        List.of("localhost:" + system.description().userService().port()),
        "edge",
        List.of(edge),
        "node",
        List.of(node));
  }
}
