package org.parley.system.check.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.check.ledger.Findings;
import org.parley.system.check.ledger.Histories;
import org.parley.system.check.ledger.Judge;
import org.parley.system.check.ledger.Judge.Pairs;
import org.parley.system.check.ledger.MessageState;
import org.parley.system.check.ledger.RoomLedger;
import org.parley.system.check.ledger.RoomLedger.Change;
import org.parley.system.check.ledger.StatePool;
import org.parley.system.check.ledger.Violation.Kind;
import org.parley.system.check.scene.Course;
import org.parley.system.check.scene.Course.Stage;
import org.parley.system.check.scene.Latencies;
import org.parley.system.check.scene.Plan;
import org.parley.system.check.scene.Plan.Mix;
import org.parley.system.check.scene.Scene;
import org.parley.system.check.scene.Tally;
import org.parley.system.check.scene.Tally.Count;
import org.parley.system.check.wire.Frames;
import org.parley.system.check.wire.RestApi;

class DeskTest {

  private static final long ROOM = 7;
  private static final long ADA = 1;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Findings findings = new Findings();
  private final Histories histories = new Histories(ROOM, findings);
  private final RoomLedger ledger = new RoomLedger("ada", ROOM, findings);
  private final Course course = new Course();
  private final List<JsonNode> wire = new ArrayList<>();
  private Scene scene;
  private Desk desk;
  private long now;

  @BeforeEach
  void sendsOnly() {
    ledger.beginAt(0, "epoch");
    desk = desk(Mix.SENDS_ONLY);
  }

  @Test
  void sendsOneAtATimeAndTheNextOnceThatIsAcknowledged() {
    post();
    post();
    assertThat(wire).hasSize(1);

    ack(wire.getFirst(), 1);
    post();
    assertThat(wire).hasSize(2);
    assertThat(id(1)).isNotEqualTo(id(0));
    assertThat(count(Count.SENT)).isEqualTo(2);
    assertThat(count(Count.ACKED)).isEqualTo(1);
  }

  @Test
  void repeatsWordForWordOnTheNextConnection() {
    post();
    desk.connectionLost();
    post();

    assertThat(wire).hasSize(2);
    assertThat(wire.get(1)).isEqualTo(wire.get(0));
    assertThat(count(Count.SENT)).isEqualTo(1);
    assertThat(count(Count.REPEATED)).isEqualTo(1);
  }

  @Test
  void repeatsWhatWasBusyWhenItIsTold() {
    post();
    refuse("\"code\":\"busy\",\"retry_after_ms\":1000,\"client_msg_id\":\"" + id(0) + "\"");
    now += SECOND - 1;
    post();
    assertThat(wire).hasSize(1);
    now += 1;
    post();
    assertThat(wire).hasSize(2);
    assertThat(id(1)).isEqualTo(id(0));
    assertThat(findings.first()).isEmpty();
  }

  @Test
  void reportsWhatIsRefusedForGoodAndGoesOn() {
    post();
    refuse("\"code\":\"not_member\",\"client_msg_id\":\"" + id(0) + "\"");
    assertThat(findings.count(Kind.REFUSED)).isEqualTo(1);
    post();
    assertThat(id(1)).isNotEqualTo(id(0));
  }

  @Test
  void leavesErrorsAloneThatAreAboutSomethingElse() {
    post();
    assertThat(refuse("\"code\":\"busy\",\"retry_after_ms\":1,\"client_msg_id\":\"another\""))
        .isFalse();
    assertThat(refuse("\"code\":\"unavailable\",\"retry_after_ms\":1")).isFalse();
    post();
    assertThat(wire).hasSize(1);
  }

  @Test
  void noticesAnAcknowledgementThatSaysAnotherSeqThanBefore() {
    post();
    ack(wire.getFirst(), 1);
    ack(wire.getFirst(), 1);
    assertThat(findings.first()).isEmpty();
    ack(wire.getFirst(), 2);
    assertThat(findings.count(Kind.DOUBLED)).isEqualTo(1);
  }

  @Test
  void doesNotExpectWhatWasNeverAnswered() {
    post();
    desk.connectionLost();
    desk.close();

    assertThat(count(Count.UNKNOWN)).isEqualTo(1);
    assertThat(count(Count.UNSENT)).isPositive();
    assertThat(new Judge(ROOM, findings, false).judge(List.of(), histories, List.of(ledger)))
        .isEqualTo(new Pairs(0, 0));
    assertThat(findings.first()).isEmpty();
  }

  @Test
  void editsWhatWasAcknowledgedAndExpectsThat() {
    desk = desk(new Mix(1, 1_000_000, 0, 0));
    post(); // nothing is there to edit yet, so whatever was due first is a send
    assertThat(wire.getFirst().path("type").asText()).isEqualTo("send_message");
    ack(wire.getFirst(), 1);
    while (!wire.getLast().path("type").asText().equals("edit_message")) {
      now += SECOND;
      post();
      ack(wire.getLast(), wire.size());
    }
    JsonNode edit = wire.getLast();
    assertThat(edit.path("seq").asLong()).isPositive();

    desk.changeAcked(frame("\"type\":\"change_ack\",\"seq\":999,\"change_seq\":9"));
    assertThat(count(Count.CHANGES_ACKED)).isZero();
    desk.changeAcked(
        frame("\"type\":\"change_ack\",\"seq\":" + edit.path("seq") + ",\"change_seq\":9"));
    assertThat(count(Count.CHANGES_ACKED)).isEqualTo(1);
  }

  @Test
  void aReactionMayComeTooLateAnEditMayNot() {
    ledger.beginAt(0, "epoch");
    ledger.show(new Change(true, 1, new MessageState(1, 2, "bens", "hi", false, Set.of())));
    desk = desk(new Mix(1, 0, 0, 1_000_000));
    while (wire.isEmpty() || !wire.getLast().path("type").asText().equals("react")) {
      now += SECOND;
      post();
      if (wire.getLast().path("type").asText().equals("send_message")) {
        ack(wire.getLast(), 1 + wire.size());
      }
    }
    refuse("\"code\":\"conflict\",\"seq\":1");
    assertThat(count(Count.OVERTAKEN)).isEqualTo(1);
    assertThat(findings.first()).isEmpty();
  }

  @Test
  void doesNotTakeAnswersFromRoomsItNeverSpokeIn() {
    assertThatThrownBy(() -> desk.messageAcked(Frames.read("{\"room_id\":8}"), now))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Desk desk(Mix mix) {
    Plan plan =
        new Plan(
            List.of(URI.create("http://localhost")),
            List.of(URI.create("ws://localhost/ws")),
            "parley.v1",
            1,
            0,
            1,
            Duration.ofMinutes(1),
            100,
            mix,
            Duration.ZERO,
            Duration.ofSeconds(1),
            null,
            null);
    HttpClient unused = HttpClient.newHttpClient();
    RestApi api = new RestApi(unused, plan.urls());
    scene =
        new Scene(
            plan, unused, api, course, new Tally(), new Latencies(), findings, new StatePool());
    course.enter(Stage.WRITING);
    now = System.nanoTime() + SECOND; // about a hundred operations are due
    return new Desk(
        scene, "ada", ADA, Map.of(ROOM, histories), Map.of(ROOM, ledger), new SplittableRandom(42));
  }

  private void post() {
    desk.write(now);
    desk.post(ROOM, now, now, text -> wire.add(Frames.read(text)));
  }

  private void ack(JsonNode send, long seq) {
    String id = send.path("client_msg_id").asText();
    desk.messageAcked(
        frame("\"type\":\"message_ack\",\"client_msg_id\":\"" + id + "\",\"seq\":" + seq), now);
  }

  private boolean refuse(String fields) {
    return desk.refused(frame("\"type\":\"error\",\"message\":\"No.\"," + fields), now);
  }

  private static JsonNode frame(String fields) {
    return Frames.read("{\"room_id\":" + ROOM + "," + fields + "}");
  }

  private String id(int index) {
    return wire.get(index).path("client_msg_id").asText();
  }

  private long count(Count count) {
    return scene.tally().of(count);
  }
}
