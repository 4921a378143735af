package org.parley.system.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.system.settings.ProjectFolder;

/** One of prometheus/grafana/dashboards. */
record Dashboard(String name, String text, JsonNode json) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What Grafana makes the choices of a variable from. */
  private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.*), \\w+\\)");

  static Path folder() {
    return ProjectFolder.ofThisProgram().root().resolve("prometheus/grafana");
  }

  static Stream<Dashboard> all() throws IOException {
    try (Stream<Path> files = Files.list(folder().resolve("dashboards"))) {
      return files.sorted().map(Dashboard::read).toList().stream();
    }
  }

  private static Dashboard read(Path file) {
    try {
      String text = Files.readString(file);
      return new Dashboard(file.getFileName().toString(), text, JSON.readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<JsonNode> panels() {
    return json.path("panels").valueStream().toList();
  }

  /** What its panels and variables ask, each with the panel's title, as Grafana would send it. */
  Stream<Question> questions() {
    Stream<Question> ofPanels = panels().stream().flatMap(this::questions);
    Stream<Question> ofVariables =
        json.at("/templating/list")
            .valueStream()
            .map(variable -> LABEL_VALUES.matcher(variable.at("/query/query").asText()))
            .map(query -> question("variables", query.replaceFirst("$1"), ""));
    return Stream.concat(ofPanels, ofVariables);
  }

  /** What one of its panels asks; nothing for a heading. */
  Stream<Question> questions(JsonNode panel) {
    return panel
        .path("targets")
        .valueStream()
        .map(
            target ->
                question(
                    panel.path("title").asText(),
                    target.path("expr").asText(),
                    target.path("legendFormat").asText()));
  }

  private Question question(String place, String expression, String legend) {
    return new Question(
        name + ", " + place,
        expression
            .replace("$__rate_interval", "30s")
            .replace("$__range", "1h")
            .replace("$job", ".*")
            .replace("$instance", ".*"),
        legend);
  }

  /**
   * An expression, and where it stands.
   *
   * @param legend the name of each series of the answer, with labels as {@code {{instance}}}
   */
  record Question(String place, String expression, String legend) {

    private static final Pattern LABEL = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    /** The name one series of the answer goes by in the panel; "value" where the panel has none. */
    String name(JsonNode series) {
      String name =
          LABEL
              .matcher(legend)
              .replaceAll(
                  label ->
                      Matcher.quoteReplacement(
                          series.path("metric").path(label.group(1)).asText()));
      return name.isBlank() ? "value" : name;
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
