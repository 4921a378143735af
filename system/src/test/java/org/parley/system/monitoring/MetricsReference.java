package org.parley.system.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.system.settings.ProjectFolder;

/** docs/metrics.md: a table for each service, a row for each metric. */
final class MetricsReference {

  /**
   * A row.
   *
   * @param labels by name; no values where the table names none
   */
  record Row(String type, Map<String, Set<String>> labels) {}

  private static final Pattern LABEL = Pattern.compile("`(\\w+)`(?:: ([^;]+))?");

  private final List<String> lines;

  private MetricsReference(List<String> lines) {
    this.lines = lines;
  }

  static MetricsReference read() throws IOException {
    return new MetricsReference(
        Files.readAllLines(ProjectFolder.ofThisProgram().root().resolve("docs/metrics.md")));
  }

  /** The rows of the table below this heading, by name of the metric. */
  Map<String, Row> table(String heading) {
    int from = lines.indexOf("## " + heading);
    if (from < 0) {
      throw new IllegalArgumentException("docs/metrics.md has no heading " + heading);
    }
    Map<String, Row> rows = new TreeMap<>();
    lines.stream()
        .skip(from + 1L)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|"))
        .forEach(cells -> rows.put(name(cells[1]), new Row(cells[2].strip(), labels(cells[3]))));
    return rows;
  }

  private static String name(String cell) {
    return cell.replaceAll("[`◆ ]", "");
  }

  private static Map<String, Set<String>> labels(String cell) {
    Matcher found = LABEL.matcher(cell);
    return found
        .results()
        .collect(
            Collectors.toMap(
                label -> label.group(1),
                label ->
                    Optional.ofNullable(label.group(2))
                        .map(MetricsReference::values)
                        .orElse(Set.of()),
                (one, other) -> one,
                TreeMap::new));
  }

  private static Set<String> values(String text) {
    return new TreeSet<>(Arrays.asList(text.strip().split(", ")));
  }
}
