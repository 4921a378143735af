package org.parley.system.monitoring;

import static org.parley.system.support.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.parley.system.settings.ProjectFolder;
import org.parley.system.support.Api;
import org.parley.system.support.FreePort;
import org.parley.system.support.Programs;
import org.parley.system.support.Signal;
import org.yaml.snakeyaml.Yaml;

/**
 * The installed Prometheus with prometheus/prometheus.yml and its rules, all as it is but for where
 * the targets are: nobody's DNS knows them here.
 */
public final class PrometheusServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final int port;
  private final Process process;

  private PrometheusServer(Path file, int port, Process process) {
    this.file = file;
    this.port = port;
    this.process = process;
  }

  /**
   * Skips the test without Debian's packages, or fails it where PARLEY_REQUIRE_PROMETHEUS is true.
   */
  public static void require() {
    Programs.require(
        "PARLEY_REQUIRE_PROMETHEUS",
        "prometheus prometheus-node-exporter",
        "prometheus",
        "promtool",
        "prometheus-node-exporter");
  }

  /**
   * Starts it, and returns when it answers.
   *
   * @param targets host:port by job; each job of the file must have some
   */
  public static PrometheusServer start(Path folder, Map<String, List<String>> targets)
      throws IOException {
    require();
    Files.createDirectories(folder);
    int port = FreePort.choose();
    Path file = folder.resolve("prometheus.yml");
    Files.writeString(file, configuration(targets, "localhost:" + port));
    Process process =
        new ProcessBuilder(
                Programs.find("prometheus").orElseThrow().toString(),
                "--config.file=" + file,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    PrometheusServer server = new PrometheusServer(file, port, process);
    await("Prometheus answers", () -> server.isReady());
    return server;
  }

  private static String configuration(Map<String, List<String>> targets, String itself)
      throws IOException {
    Path source = ProjectFolder.ofThisProgram().root().resolve("prometheus");
    Yaml yaml = new Yaml();
    Map<String, Object> all = yaml.load(Files.readString(source.resolve("prometheus.yml")));
    all.put("rule_files", List.of(source.resolve("rules").toAbsolutePath() + "/*.yml"));
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> jobs = (List<Map<String, Object>>) all.get("scrape_configs");
    for (Map<String, Object> job : jobs) {
      String name = job.get("job_name").toString();
      job.remove("dns_sd_configs");
      job.put(
          "static_configs",
          List.of(
              Map.of("targets", name.equals("prometheus") ? List.of(itself) : targets.get(name))));
    }
    return yaml.dump(all);
  }

  private boolean isReady() {
    try {
      return Api.text(HttpRequest.newBuilder(address("/-/ready")).build()).contains("Ready");
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** What an expression gives now: series, each with its labels and its value. */
  public List<JsonNode> query(String expression) {
    return result("/api/v1/query?query=" + encoded(expression));
  }

  /** What it gave at every scrape of this time until now: series, each with labels and values. */
  List<JsonNode> queryRange(String expression, Duration time) {
    Instant now = Instant.now();
    return result(
        "/api/v1/query_range?step=5&start=%d&end=%d&query=%s"
            .formatted(
                now.minus(time).getEpochSecond(), now.getEpochSecond(), encoded(expression)));
  }

  private List<JsonNode> result(String path) {
    JsonNode answer = json(path);
    if (!answer.path("status").asText().equals("success")) {
      throw new IllegalArgumentException(path + ": " + answer.path("error").asText());
    }
    return answer.at("/data/result").valueStream().toList();
  }

  private static String encoded(String expression) {
    return URLEncoder.encode(expression, StandardCharsets.UTF_8);
  }

  /** Names of the alerts that are pending or firing, as {@code state} says. */
  public List<String> alerts(String state) {
    return json("/api/v1/alerts")
        .at("/data/alerts")
        .valueStream()
        .filter(alert -> alert.path("state").asText().equals(state))
        .map(alert -> alert.at("/labels/alertname").asText())
        .distinct()
        .toList();
  }

  /** As somebody who made a mistake in it. */
  public void breakConfiguration() throws IOException {
    Files.writeString(file, "scrape_configs: none");
    Signal.send("HUP", process.pid());
  }

  private JsonNode json(String path) {
    try {
      return JSON.readTree(Api.text(HttpRequest.newBuilder(address(path)).build()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
