package org.parley.system.monitoring;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.system.support.Api;

/**
 * What a service tells Prometheus, by family: a metric's name, type, help and, for each label, the
 * values it has.
 */
record Exposition(Map<String, Family> families) {

  private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** Labels that the exposition format or MicroProfile Metrics puts on everything. */
  private static final Set<String> NOT_OURS = Set.of("mp_scope", "mp_app", "le", "quantile");

  record Family(String type, String help, Map<String, Set<String>> labels) {}

  static Exposition of(URI metrics) {
    return parse(Api.text(HttpRequest.newBuilder(metrics).build()));
  }

  static Exposition parse(String text) {
    Map<String, String> types = new TreeMap<>();
    Map<String, String> helps = new HashMap<>();
    Map<String, Map<String, Set<String>>> labels = new HashMap<>();
    for (String line : text.split("\n")) {
      String[] words = line.split(" ", 4);
      if (line.startsWith("# TYPE ")) {
        types.put(words[2], words[3]);
      } else if (line.startsWith("# HELP ")) {
        helps.put(words[2], words.length == 4 ? words[3].strip() : "");
      } else if (!line.isBlank()) {
        Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
          throw new IllegalArgumentException(line);
        }
        Map<String, Set<String>> values =
            labels.computeIfAbsent(family(sample.group(1), types), name -> new TreeMap<>());
        LABEL
            .matcher(sample.group(2) == null ? "" : sample.group(2))
            .results()
            .filter(label -> !NOT_OURS.contains(label.group(1)))
            .forEach(label -> add(values, label));
      }
    }
    Map<String, Family> families = new TreeMap<>();
    types.forEach(
        (name, type) ->
            families.put(
                name,
                new Family(
                    type, helps.getOrDefault(name, ""), labels.getOrDefault(name, Map.of()))));
    // The largest of late: MicroProfile Metrics tells it beside each histogram.
    families.keySet().removeIf(name -> isMaximum(name, types));
    return new Exposition(families);
  }

  private static boolean isMaximum(String name, Map<String, String> types) {
    return name.endsWith("_max")
        && "histogram".equals(types.get(name.substring(0, name.length() - "_max".length())));
  }

  private static void add(Map<String, Set<String>> values, MatchResult label) {
    values.computeIfAbsent(label.group(1), name -> new TreeSet<>()).add(label.group(2));
  }

  private static String family(String sample, Map<String, String> types) {
    String base = sample.replaceFirst("_(bucket|count|sum)$", "");
    return types.containsKey(base) ? base : sample;
  }
}
