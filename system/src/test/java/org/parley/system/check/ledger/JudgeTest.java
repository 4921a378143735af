package org.parley.system.check.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.system.check.ledger.Judge.Pairs;
import org.parley.system.check.ledger.Operation.Send;
import org.parley.system.check.ledger.RoomLedger.Change;
import org.parley.system.check.ledger.Violation.Kind;

/** Each kind of broken promise about sends is broken here once, to see the checker notice. */
class JudgeTest {

  private final JudgedRoom room = new JudgedRoom();

  @Test
  void isContentWhenAllAccountsAgree() {
    assertThat(room.judge(room.reader("r1"), room.reader("r2"))).isEqualTo(new Pairs(6, 6));
    assertThat(room.findings.first()).isEmpty();
  }

  @Test
  void missesAnAcknowledgedSendInHistory() {
    room.history.removeLast();
    room.judge(room.reader("r1"));
    room.assertFound(Kind.LOST, 3, "history", "was acknowledged as this message, and is not there");
  }

  @Test
  void missesAnAcknowledgedSendAtOneReader() {
    RoomLedger poor = new RoomLedger("poor", 7, room.findings);
    poor.beginAt(0, "epoch");
    poor.load(List.of(room.history.get(0), room.history.get(2)));

    assertThat(room.judge(room.reader("rich"), poor)).isEqualTo(new Pairs(6, 5));
    room.assertFound(Kind.LOST, 2, "poor", "was never given");
  }

  @Test
  void noticesAnotherMessageInThePlaceOfTheAcknowledgedOne() {
    room.history.set(
        1, new MessageState(2, JudgedRoom.BEN, "id-of-ben", "me first", false, Set.of()));
    room.judge(room.reader("r1"));
    room.assertFound(Kind.LOST, 2, "history", "was acknowledged as this message");
  }

  @Test
  void noticesAHoleInHistory() {
    room.history.add(JudgedRoom.state(5, "somebody else's"));
    room.judge(room.reader("r1"));
    room.assertFound(Kind.DISORDER, 5, "history", "a hole after message 3");
  }

  @Test
  void noticesASeqThatIsThereTwice() {
    RoomLedger reader = room.reader("r1");
    room.history.add(room.history.get(2));
    room.judge(reader);
    room.assertFound(Kind.DOUBLED, 3, "history", "two messages of this seq");
  }

  @Test
  void noticesAnAcknowledgedSendThatIsStoredTwice() {
    room.history.add(new MessageState(4, JudgedRoom.ADA, "id-2", "text 2", false, Set.of()));
    room.judge(room.reader("r1"));
    assertThat(room.findings.first())
        .singleElement()
        .satisfies(found -> assertThat(found.kind()).isEqualTo(Kind.DOUBLED));
  }

  @Test
  void noticesAnUnansweredSendThatIsStoredTwice() {
    room.promises.unknown(JudgedRoom.ADA, new Send("id-x", "again"));
    room.history.add(new MessageState(4, JudgedRoom.ADA, "id-x", "again", false, Set.of()));
    room.history.add(new MessageState(5, JudgedRoom.ADA, "id-x", "again", false, Set.of()));
    room.judge(room.reader("r1"));
    assertThat(room.findings.count(Kind.DOUBLED)).isEqualTo(1);
    assertThat(room.findings.total()).isEqualTo(1);
  }

  @Test
  void anUnansweredSendMayBeThereOrNot() {
    room.promises.unknown(JudgedRoom.ADA, new Send("id-x", "perhaps"));
    room.promises.unknown(JudgedRoom.ADA, new Send("id-y", "perhaps not"));
    room.history.add(new MessageState(4, JudgedRoom.ADA, "id-x", "perhaps", false, Set.of()));

    assertThat(room.judge(room.reader("r1"))).isEqualTo(new Pairs(3, 3));
    assertThat(room.findings.first()).isEmpty();
  }

  @Test
  void othersMayUseTheSameId() {
    room.history.add(new MessageState(4, JudgedRoom.BEN, "id-2", "mine", false, Set.of()));
    room.judge(room.reader("r1"));
    assertThat(room.findings.first()).isEmpty();
  }

  @Test
  void noticesASendThatWasAcknowledgedAsTwoMessages() {
    room.promises.ackedAgain("ada", "id-2", 2);
    assertThat(room.findings.first()).isEmpty();
    room.promises.ackedAgain("ada", "id-2", 9);
    room.assertFound(Kind.DOUBLED, 9, "ada", "was acknowledged as message 2 before");
  }

  @Test
  void noticesAReaderWhoShowsWhatIsNotStored() {
    RoomLedger dreamer = room.reader("dreamer");
    dreamer.show(new Change(true, 4, JudgedRoom.state(4, "a dream")));
    room.judge(dreamer);
    room.assertFound(Kind.LOST, 4, "dreamer", "shows a message that is not stored");
  }

  @Test
  void noticesAReaderWhoShowsAnotherMessage() {
    RoomLedger reader = room.reader("r1");
    room.promises.unknown(JudgedRoom.ADA, new Send("id-4", "text 4"));
    reader.show(new Change(true, 4, JudgedRoom.state(4, "text 4")));
    room.history.add(new MessageState(4, JudgedRoom.BEN, "id-of-ben", "me first", false, Set.of()));
    room.judge(reader);
    room.assertFound(Kind.DISORDER, 4, "r1", "another message than history");
  }

  @Test
  void findsWhatAnEarlierHistoryHadAndTheLastHasNot() {
    Promises later = room.histories.entered("later");
    room.history.removeLast();
    room.history.add(new MessageState(3, JudgedRoom.BEN, "id-of-ben", "new", false, Set.of()));
    later.acked(JudgedRoom.BEN, new Send("id-of-ben", "new"), 3);

    room.judge(room.reader("r1", "later"));

    room.assertFound(Kind.LOST, 3, "history", "in epoch epoch only");
  }

  @Test
  void excusesItWhereTheDatabaseWasSetBackOnPurpose() {
    room.histories.entered("later");
    room.history.removeLast();
    Judge judge = new Judge(7, room.findings, true);

    Pairs pairs = judge.judge(room.history, room.histories, List.of(room.reader("r1", "later")));

    assertThat(room.findings.first()).isEmpty();
    assertThat(judge.setBack()).isEqualTo(1);
    assertThat(pairs).as("of the last history").isEqualTo(new Pairs(0, 0));
  }

  @Test
  void findsAClientThatIsStillInAnEarlierHistory() {
    room.histories.entered("later");

    room.judge(room.reader("r1"));

    room.assertFound(Kind.STUCK, 0, "r1", "still in epoch epoch");
  }
}
