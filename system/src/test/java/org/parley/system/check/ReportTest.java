package org.parley.system.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.system.check.ledger.Findings;
import org.parley.system.check.ledger.Judge.Pairs;
import org.parley.system.check.ledger.StatePool;
import org.parley.system.check.ledger.Violation;
import org.parley.system.check.ledger.Violation.Kind;
import org.parley.system.check.scene.Course;
import org.parley.system.check.scene.Latencies;
import org.parley.system.check.scene.Plan;
import org.parley.system.check.scene.Scene;
import org.parley.system.check.scene.Tally;
import org.parley.system.check.scene.Tally.Count;
import org.parley.system.check.wire.RestApi;

class ReportTest {

  private final Findings findings = new Findings();
  private final Tally tally = new Tally();

  @ParameterizedTest
  @CsvSource({"3, 3, 100.00", "1000000, 999999, 99.99", "3, 2, 66.66", "0, 0, 0.00", "5, 0, 0.00"})
  void isNeverWholeWhileOneIsMissing(long expected, long delivered, BigDecimal percent) {
    assertThat(Report.percent(new Pairs(expected, delivered))).isEqualTo(percent);
  }

  @Test
  void passesWhenThereWasTrafficAndNothingIsWrong() {
    tally.add(Count.ACKED);
    Report report = report(new Pairs(2, 2), "--changes off");
    assertThat(report.passed()).isTrue();
    assertThat(ReportText.text(report))
        .contains("100.00 %", "2 of 2 pairs", "Nothing acknowledged was lost");
  }

  @Test
  void oneBrokenPromiseIsEnough() {
    tally.add(Count.ACKED);
    findings.add(new Violation(Kind.DOUBLED, 7, 5, 9, "ada", "it came twice"));
    Report report = report(new Pairs(2, 2), "--changes off");

    assertThat(report.passed()).isFalse();
    assertThat(ReportText.text(report))
        .contains(
            "doubled 1",
            "doubled: room 7, seq 5, change 9, ada: it came twice",
            "promise was broken")
        .doesNotContain("Nothing acknowledged was lost");
  }

  @Test
  void provesNothingWithoutTraffic() {
    assertThat(report(new Pairs(0, 0), "--changes off").reasons())
        .containsExactly("Nothing was acknowledged, so nothing was proved.");
    tally.add(Count.ACKED);
    assertThat(report(new Pairs(2, 0), "--changes off").reasons())
        .containsExactly("Nothing was delivered, so nothing was proved.");
  }

  @Test
  void provesNothingOfChangesThatWereNeverAcknowledged() {
    tally.add(Count.ACKED);
    tally.add(Count.CHANGES_SENT);
    assertThat(report(new Pairs(2, 2), "--changes on").reasons())
        .singleElement()
        .asString()
        .contains("--changes off");
    tally.add(Count.CHANGES_ACKED);
    assertThat(report(new Pairs(2, 2), "--changes on").passed()).isTrue();
  }

  @Test
  void bearsTheLossOfSoManyWhereTheDatabaseWasSetBack() {
    String words = "--changes off --rooms 2 --set-back 10";
    tally.add(Count.ACKED);
    tally.add(Count.HISTORIES_CHANGED);
    tally.add(Count.SET_BACK, 10);
    assertThat(report(new Pairs(2, 2), words).reasons())
        .as("one room of two")
        .singleElement()
        .asString()
        .contains("so nothing was proved of that");
    tally.add(Count.HISTORIES_CHANGED);
    assertThat(report(new Pairs(2, 2), words).passed()).isTrue();
    tally.add(Count.SET_BACK);
    assertThat(report(new Pairs(2, 2), words).reasons())
        .containsExactly("11 acknowledged messages are gone; allowed: 10.");
  }

  @Test
  void speaksToProgramsInTheirWords() throws Exception {
    tally.add(Count.ACKED);
    findings.add(new Violation(Kind.LOST, 7, 5, 0, "ada", "gone"));
    JsonNode json =
        new ObjectMapper().readTree(ReportText.json(report(new Pairs(2, 1), "--changes off")));

    assertThat(json.path("passed").asBoolean()).isFalse();
    assertThat(json.path("delivered_percent").asText()).isEqualTo("50.0");
    assertThat(json.at("/violations/lost").asInt()).isEqualTo(1);
    assertThat(json.at("/violations/stuck").asInt()).isZero();
    assertThat(json.at("/first_violations/0/kind").asText()).isEqualTo("lost");
    assertThat(json.at("/counts/acked").asInt()).isEqualTo(1);
    assertThat(json.at("/latencies/ack_across_drop/count").asInt()).isZero();
  }

  private Report report(Pairs pairs, String words) {
    Plan plan = CheckCommand.plan(("--url http://localhost " + words).split(" "));
    HttpClient unused = HttpClient.newHttpClient();
    Scene scene =
        new Scene(
            plan,
            unused,
            new RestApi(unused, plan.urls()),
            new Course(),
            tally,
            new Latencies(),
            findings,
            new StatePool());
    return Report.of(scene, pairs, Duration.ofSeconds(1), 12);
  }
}
