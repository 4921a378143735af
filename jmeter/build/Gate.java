import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Says how the steps of a visit went and whether that is good enough; started from source by the
 * jmeter module's pom and by the tests of system/. Arguments: the folder of JMeter's report, and
 * the file with the failed samples.
 *
 * <p>Ends with 1 if a step never happened, if more of one step failed than load.errors (percent)
 * allows, or if a p99 is above its limit: load.p99.register, load.p99.http, load.p99.message
 * (milliseconds). Errors are counted by step, because many good heartbeats must not make up for
 * messages that got lost.
 */
class Gate {

  /** In the order of a visit, each with the property that limits its p99, where one does. */
  private static final Map<String, String> STEPS = new LinkedHashMap<>();

  static {
    STEPS.put("register", "load.p99.register");
    STEPS.put("create room", "load.p99.http");
    STEPS.put("connect", "load.p99.http");
    STEPS.put("authenticate", "");
    STEPS.put("join_room", "");
    STEPS.put("send_message", "");
    STEPS.put("message round trip", "load.p99.message");
    STEPS.put("ping", "");
    STEPS.put("leave_room", "");
    STEPS.put("close", "");
  }

  /** Of HTTP and sockets, of a handshake. */
  private static final Set<String> GOOD_CODES = Set.of("200", "101");

  /** More kinds of failure than this tell nobody anything new. */
  private static final int SHOWN_FAILURES = 10;

  private static final String ROW = "%-20s %8s %7s %8s %8s %8s %8s%n";

  private record Step(
      String name,
      long samples,
      long errors,
      double p50,
      double p95,
      double p99,
      double perSecond) {

    static Step from(JsonNode statistics) {
      return new Step(
          statistics.path("transaction").asText(),
          statistics.path("sampleCount").asLong(),
          statistics.path("errorCount").asLong(),
          statistics.path("medianResTime").asDouble(),
          statistics.path("pct2ResTime").asDouble(),
          statistics.path("pct3ResTime").asDouble(),
          statistics.path("throughput").asDouble());
    }

    double errorPercent() {
      return 100.0 * errors / samples;
    }

    void print() {
      System.out.printf(
          ROW,
          name,
          samples,
          errors,
          whole(p50),
          whole(p95),
          whole(p99),
          "%.1f".formatted(perSecond));
    }

    private static String whole(double milliseconds) {
      return "%.0f".formatted(milliseconds);
    }
  }

  public static void main(String... args) throws IOException, XMLStreamException {
    Path report = Path.of(args[0]);
    Path failures = Path.of(args[1]);
    JsonNode statistics = new ObjectMapper().readTree(report.resolve("statistics.json").toFile());
    System.out.printf(
        "%n" + ROW, "step", "samples", "errors", "p50 ms", "p95 ms", "p99 ms", "per s");
    List<String> problems = new ArrayList<>();
    STEPS.forEach(
        (name, limit) -> {
          if (statistics.has(name)) {
            Step step = Step.from(statistics.get(name));
            step.print();
            problems.addAll(problemsOf(step, limit));
          } else {
            problems.add(name + ": nobody got that far");
          }
        });
    Step.from(statistics.path("Total")).print();
    System.out.println();
    print(failures);
    System.out.println("Report: " + report.resolve("index.html"));
    if (problems.isEmpty()) {
      System.out.println("Load gate: passed");
      return;
    }
    problems.forEach(problem -> System.out.println("Load gate: " + problem));
    System.out.println("Load gate: FAILED");
    System.exit(1);
  }

  private static List<String> problemsOf(Step step, String limitName) {
    List<String> problems = new ArrayList<>();
    double errors = Double.parseDouble(System.getProperty("load.errors"));
    if (step.errorPercent() > errors) {
      problems.add(
          "%s: %d of %d failed, %.1f %%; load.errors allows %s %%"
              .formatted(step.name(), step.errors(), step.samples(), step.errorPercent(), errors));
    }
    if (!limitName.isEmpty()) {
      double limit = Double.parseDouble(System.getProperty(limitName));
      if (step.p99() > limit) {
        problems.add(
            "%s: p99 is %.0f ms; %s allows %.0f ms"
                .formatted(step.name(), step.p99(), limitName, limit));
      }
    }
    return problems;
  }

  /** Each kind of failure once, with how often it came. */
  private static void print(Path failures) throws IOException, XMLStreamException {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    for (String kind : read(failures)) {
      kinds.merge(kind, 1, Integer::sum);
    }
    kinds.entrySet().stream()
        .limit(SHOWN_FAILURES)
        .forEach(kind -> System.out.println(kind.getValue() + " x " + kind.getKey()));
    if (!kinds.isEmpty()) {
      System.out.println("What was sent and came back: " + failures);
    }
  }

  /**
   * Step and reason of each failed sample: what an assertion said, otherwise what the sampler did.
   */
  private static List<String> read(Path failures) throws IOException, XMLStreamException {
    List<String> kinds = new ArrayList<>();
    if (!Files.exists(failures)) {
      return kinds;
    }
    try (InputStream in = Files.newInputStream(failures)) {
      XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
      String step = "";
      String code = "";
      String reason = "";
      while (xml.hasNext()) {
        int event = xml.next();
        String element = xml.hasName() ? xml.getLocalName() : "";
        boolean sample = element.equals("sample") || element.equals("httpSample");
        if (event == XMLStreamReader.START_ELEMENT && sample) {
          step = xml.getAttributeValue(null, "lb");
          code = xml.getAttributeValue(null, "rc");
          reason = code + " " + xml.getAttributeValue(null, "rm");
        } else if (event == XMLStreamReader.START_ELEMENT && element.equals("failureMessage")) {
          String message = xml.getElementText();
          // Of assertions the first that failed; none that only repeats that there was no answer.
          if (GOOD_CODES.contains(code) && !message.isBlank()) {
            reason = message;
            code = "";
          }
        } else if (event == XMLStreamReader.END_ELEMENT && sample) {
          kinds.add(step + ": " + reason.strip());
        }
      }
    }
    return kinds;
  }
}
