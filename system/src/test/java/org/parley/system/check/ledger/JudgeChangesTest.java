package org.parley.system.check.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.system.check.ledger.Operation.Delete;
import org.parley.system.check.ledger.Operation.Edit;
import org.parley.system.check.ledger.Operation.React;
import org.parley.system.check.ledger.Violation.Kind;

/** The same for edits, removals and reactions. */
class JudgeChangesTest {

  private final JudgedRoom room = new JudgedRoom();

  @Test
  void missesAnAcknowledgedEdit() {
    room.promises.acked(JudgedRoom.ADA, new Edit(2, "mended"), 2);
    room.judge(room.reader("r1"));
    room.assertFound(
        Kind.LOST, 2, "history", "its content is not the one that was acknowledged last");
  }

  @Test
  void anUnansweredEditMayBeThereOrNot() {
    room.promises.acked(JudgedRoom.ADA, new Edit(2, "mended"), 2);
    room.promises.unknown(JudgedRoom.ADA, new Edit(2, "mended again"));
    for (String content : List.of("mended", "mended again")) {
      room.history.set(1, JudgedRoom.state(2, content));
      room.judge(room.reader("r1"));
      assertThat(room.findings.first()).as(content).isEmpty();
    }
    room.history.set(1, JudgedRoom.state(2, "text 2"));
    room.judge(room.reader("r1"));
    assertThat(room.findings.count(Kind.LOST)).isEqualTo(1);
  }

  @Test
  void missesAnAcknowledgedRemoval() {
    room.promises.acked(JudgedRoom.ADA, new Delete(2), 2);
    room.judge(room.reader("r1"));
    room.assertFound(Kind.LOST, 2, "history", "its removal was acknowledged");
  }

  @Test
  void noticesARemovalNobodyAskedFor() {
    room.history.set(1, JudgedRoom.removed(2, ""));
    room.judge(room.reader("r1"));
    room.assertFound(Kind.LOST, 2, "history", "nobody asked for");
  }

  @Test
  void noticesContentBehindARemoval() {
    room.promises.acked(JudgedRoom.ADA, new Delete(2), 2);
    room.history.set(1, JudgedRoom.removed(2, "text 2"));
    room.judge(room.reader("r1"));
    room.assertFound(Kind.LOST, 2, "history", "still has content");
  }

  @Test
  void missesAnAcknowledgedReaction() {
    room.promises.acked(JudgedRoom.BEN, new React(2, "👍", true), 2);
    room.judge(room.reader("r1"));
    room.assertFound(Kind.LOST, 2, "history", "👍 of user 2 was acknowledged, and is not there");
  }

  @Test
  void noticesAReactionThatWasTakenBack() {
    room.promises.acked(JudgedRoom.BEN, new React(2, "👍", true), 2);
    room.promises.acked(JudgedRoom.BEN, new React(2, "👍", false), 2);
    room.history.set(1, JudgedRoom.liked(2));
    room.judge(room.reader("r1"));
    room.assertFound(Kind.LOST, 2, "history", "was taken back, and is there");
  }

  @Test
  void asksNoReactionsOfARemovedMessage() {
    room.promises.acked(JudgedRoom.BEN, new React(2, "👍", true), 2);
    room.promises.acked(JudgedRoom.ADA, new Delete(2), 2);
    room.history.set(1, JudgedRoom.removed(2, ""));
    room.judge(room.reader("r1"));
    assertThat(room.findings.first()).isEmpty();
  }

  @Test
  void noticesAReaderWhoMissedAChange() {
    RoomLedger late = room.reader("late");
    room.promises.acked(JudgedRoom.BEN, new React(1, "👍", true), 1);
    room.promises.acked(JudgedRoom.ADA, new Edit(2, "mended"), 2);
    room.promises.acked(JudgedRoom.ADA, new Delete(3), 3);
    room.history.set(0, JudgedRoom.liked(1));
    room.history.set(1, JudgedRoom.state(2, "mended"));
    room.history.set(2, JudgedRoom.removed(3, ""));

    room.judge(room.reader("r1"), late);
    assertThat(room.findings.first())
        .extracting(Violation::who, Violation::kind)
        .containsOnly(tuple("late", Kind.LOST));
    assertThat(room.findings.first())
        .extracting(Violation::sentence)
        .containsExactlyInAnyOrder(
            "a change is missing: the client shows it with other reactions, unlike history",
            "a change is missing: the client shows it with another content, unlike history",
            "a change is missing: the client shows it as not removed, unlike history");
  }
}
