package org.parley.system.bench.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The samples as a table in Markdown: the median of the rounds. */
public final class Table {

  /** A column: what it is called, which metric it shows, and how. */
  private record Column(String title, String metric, String format, double factor) {}

  private static final double PERCENT = 100;

  private static final List<Column> COLUMNS =
      List.of(
          new Column("deliveries/s", "saturation_deliveries_per_s", "%,.0f", 1),
          new Column("sends/s", "saturation_sends_per_s", "%,.0f", 1),
          new Column("out of order", "out_of_order_share", "%.1f %%", PERCENT),
          new Column("µs a delivery", "cpu_us_per_delivery", "%.1f", 1),
          new Column("at 20,000/s", "cpu_us_per_delivery_at_20k", "%.1f", 1),
          new Column("of all parts", "system_cpu_us_per_delivery", "%.1f", 1),
          new Column("µs a send", "cpu_us_per_send", "%,.0f", 1),
          new Column("of all parts", "system_cpu_us_per_send", "%,.0f", 1),
          new Column("p50 ms", "p50_ms", "%.1f", 1),
          new Column("p99", "p99_ms", "%.1f", 1),
          new Column("p99.9", "p999_ms", "%.1f", 1),
          new Column("ack p99", "ack_p99_ms", "%.1f", 1),
          new Column("connects/s", "connects_per_s", "%,.0f", 1));

  private Table() {}

  /**
   * One line for each scene and contender, in the order in which they were measured; none for what
   * has nothing to show here, and nothing at all where that is everything.
   */
  public static String of(List<Sample> samples) {
    List<Sample> shown = samples.stream().filter(Table::isShown).toList();
    if (shown.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("| scene | server ");
    COLUMNS.forEach(column -> text.append("| ").append(column.title()).append(' '));
    text.append("|\n|---|---").append("|---:".repeat(COLUMNS.size())).append("|\n");
    shown.stream()
        .collect(
            Collectors.groupingBy(
                one -> List.of(one.scene(), one.contender()),
                LinkedHashMap::new,
                Collectors.toList()))
        .forEach((cell, rounds) -> text.append(line(cell, rounds)));
    return text.toString();
  }

  private static boolean isShown(Sample sample) {
    return COLUMNS.stream().anyMatch(column -> sample.metrics().containsKey(column.metric()));
  }

  private static String line(List<String> cell, List<Sample> rounds) {
    StringBuilder line = new StringBuilder("| " + String.join(" | ", cell) + " ");
    for (Column column : COLUMNS) {
      double[] values =
          rounds.stream()
              .filter(round -> round.metrics().containsKey(column.metric()))
              .mapToDouble(round -> round.metrics().getOrDefault(column.metric(), 0.0))
              .sorted()
              .toArray();
      line.append("| ")
          .append(
              values.length == 0
                  ? ""
                  : String.format(Locale.ROOT, column.format(), median(values) * column.factor()))
          .append(' ');
    }
    return line.append("|\n").toString();
  }

  /** Of values in their order; the mean of the middle two where there is no middle one. */
  public static double median(double[] values) {
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
