package org.parley.system.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Formatter;
import java.util.Locale;
import org.parley.system.check.ledger.Violation;
import org.parley.system.check.ledger.Violation.Kind;
import org.parley.system.check.scene.Latencies.Percentiles;
import org.parley.system.check.scene.Tally.Count;

/** A report for people, and the same for programs. */
final class ReportText {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .build();

  private ReportText() {}

  /** The report as JSON, its names in snake_case. */
  static String json(Report report) {
    try {
      return JSON.writeValueAsString(report) + System.lineSeparator();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The report for a terminal. */
  static String text(Report report) {
    Formatter text = new Formatter(Locale.ROOT);
    text.format(
        "%d clients in %d %s for %.0f s, %s at %s%n",
        report.clients(),
        report.rooms(),
        report.rooms() == 1 ? "room" : "rooms",
        report.seconds(),
        report.protocol(),
        String.join(", ", report.sockets()));
    text.format("%n");
    text.format(
        "delivered    %s %%   %,d of %,d pairs of acknowledged message and client%n",
        report.deliveredPercent(), report.delivered(), report.expected());
    text.format(
        "violations   lost %d, doubled %d, disorder %d, stuck %d, refused %d, resynced %d%n",
        report.count(Kind.LOST),
        report.count(Kind.DOUBLED),
        report.count(Kind.DISORDER),
        report.count(Kind.STUCK),
        report.count(Kind.REFUSED),
        report.count(Kind.RESYNCED));
    counts(text, report);
    latency(text, "ack", report.latencies().ack());
    latency(text, "  across a drop", report.latencies().ackAcrossDrop());
    latency(text, "delivery", report.latencies().delivery());
    latency(text, "  across a drop", report.latencies().deliveryAcrossDrop());
    text.format(
        "longest pause     %,.1f ms for one of the readers%n", report.latencies().longestPause());
    verdict(text, report);
    return text.toString();
  }

  private static void counts(Formatter text, Report report) {
    text.format(
        "sends        %,d sent, %,d acknowledged, %,d unknown; %,d never got to the wire%n",
        report.count(Count.SENT),
        report.count(Count.ACKED),
        report.count(Count.UNKNOWN),
        report.count(Count.UNSENT));
    text.format(
        "changes      %,d sent, %,d acknowledged, %,d unknown, %,d overtaken by a removal%n",
        report.count(Count.CHANGES_SENT),
        report.count(Count.CHANGES_ACKED),
        report.count(Count.CHANGES_UNKNOWN),
        report.count(Count.OVERTAKEN));
    text.format(
        "repeats      %,d on a later connection or after a delay, %,d told to come later%n",
        report.count(Count.REPEATED), report.count(Count.DELAYED));
    text.format(
        "connections  %,d dropped by the checker, %,d moved when asked, %,d lost, %,d silent,"
            + " %,d not made%n",
        report.count(Count.DROPS),
        report.count(Count.MOVES),
        report.count(Count.CONNECTIONS_LOST),
        report.count(Count.SILENCES),
        report.count(Count.CONNECTS_FAILED));
    text.format(
        "rooms        %,d resumed, %,d repaired unasked, %,d resynced%n",
        report.count(Count.RESUMES), report.count(Count.REPAIRS), report.count(Count.RESYNCS));
    if (report.count(Count.HISTORIES_CHANGED) > 0) {
      text.format(
          "histories    %,d rooms began another one, %,d acknowledged messages are not in it%n",
          report.count(Count.HISTORIES_CHANGED), report.count(Count.SET_BACK));
    }
    text.format("%n");
    text.format(
        "%-17s %9s %9s %9s %9s %9s%n", "ms from due", "number", "p50", "p99", "p99.9", "max");
  }

  private static void latency(Formatter text, String name, Percentiles times) {
    if (times.count() == 0) {
      text.format("%-17s %9d %9s %9s %9s %9s%n", name, 0, "-", "-", "-", "-");
    } else {
      text.format(
          "%-17s %,9d %,9.1f %,9.1f %,9.1f %,9.1f%n",
          name, times.count(), times.p50(), times.p99(), times.p999(), times.max());
    }
  }

  private static void verdict(Formatter text, Report report) {
    text.format("%n");
    for (Violation violation : report.firstViolations()) {
      text.format("%s%n", violation);
    }
    report.reasons().forEach(reason -> text.format("%s%n", reason));
    if (report.passed()) {
      text.format("Nothing acknowledged was lost, doubled or out of order.%n");
    }
  }
}
