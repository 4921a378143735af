package org.parley.system.check.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.check.ledger.Judge.Pairs;
import org.parley.system.check.ledger.MessageState.Reaction;
import org.parley.system.check.ledger.Operation.Delete;
import org.parley.system.check.ledger.Operation.Edit;
import org.parley.system.check.ledger.Operation.React;
import org.parley.system.check.ledger.Operation.Send;
import org.parley.system.check.ledger.RoomLedger.Change;
import org.parley.system.check.ledger.Violation.Kind;

/** Each kind of broken promise is broken here once, to see the checker notice. */
class JudgeTest {

  private static final long ADA = 1;
  private static final long BEN = 2;

  private final Findings findings = new Findings();
  private final Promises promises = new Promises(7, findings);
  private final List<MessageState> history = new ArrayList<>();

  /** Three messages of Ada's, acknowledged and stored. */
  @BeforeEach
  void threeMessages() {
    for (long seq = 1; seq <= 3; seq++) {
      promises.acked(ADA, new Send("id-" + seq, "text " + seq), seq);
      history.add(state(seq, "text " + seq));
    }
  }

  @Test
  void isContentWhenAllAccountsAgree() {
    assertThat(judge(reader("r1"), reader("r2"))).isEqualTo(new Pairs(6, 6));
    assertThat(findings.first()).isEmpty();
  }

  @Test
  void missesAnAcknowledgedSendInHistory() {
    history.removeLast();
    judge(reader("r1"));
    assertFound(Kind.LOST, 3, "history", "was acknowledged as this message, and is not there");
  }

  @Test
  void missesAnAcknowledgedSendAtOneReader() {
    RoomLedger poor = new RoomLedger("poor", 7, findings);
    poor.beginAt(0, "epoch");
    poor.load(List.of(history.get(0), history.get(2)));

    assertThat(judge(reader("rich"), poor)).isEqualTo(new Pairs(6, 5));
    assertFound(Kind.LOST, 2, "poor", "was never given");
  }

  @Test
  void noticesAnotherMessageInThePlaceOfTheAcknowledgedOne() {
    history.set(1, new MessageState(2, BEN, "id-of-ben", "me first", false, Set.of()));
    judge(reader("r1"));
    assertFound(Kind.LOST, 2, "history", "was acknowledged as this message");
  }

  @Test
  void noticesAHoleInHistory() {
    history.add(state(5, "somebody else's"));
    judge(reader("r1"));
    assertFound(Kind.DISORDER, 5, "history", "a hole after message 3");
  }

  @Test
  void noticesASeqThatIsThereTwice() {
    RoomLedger reader = reader("r1");
    history.add(history.get(2));
    judge(reader);
    assertFound(Kind.DOUBLED, 3, "history", "two messages of this seq");
  }

  @Test
  void noticesAnAcknowledgedSendThatIsStoredTwice() {
    history.add(new MessageState(4, ADA, "id-2", "text 2", false, Set.of()));
    judge(reader("r1"));
    assertThat(findings.first())
        .singleElement()
        .satisfies(found -> assertThat(found.kind()).isEqualTo(Kind.DOUBLED));
  }

  @Test
  void noticesAnUnansweredSendThatIsStoredTwice() {
    promises.unknown(ADA, new Send("id-x", "again"));
    history.add(new MessageState(4, ADA, "id-x", "again", false, Set.of()));
    history.add(new MessageState(5, ADA, "id-x", "again", false, Set.of()));
    judge(reader("r1"));
    assertThat(findings.count(Kind.DOUBLED)).isEqualTo(1);
    assertThat(findings.total()).isEqualTo(1);
  }

  @Test
  void anUnansweredSendMayBeThereOrNot() {
    promises.unknown(ADA, new Send("id-x", "perhaps"));
    promises.unknown(ADA, new Send("id-y", "perhaps not"));
    history.add(new MessageState(4, ADA, "id-x", "perhaps", false, Set.of()));

    assertThat(judge(reader("r1"))).isEqualTo(new Pairs(3, 3));
    assertThat(findings.first()).isEmpty();
  }

  @Test
  void othersMayUseTheSameId() {
    history.add(new MessageState(4, BEN, "id-2", "mine", false, Set.of()));
    judge(reader("r1"));
    assertThat(findings.first()).isEmpty();
  }

  @Test
  void noticesASendThatWasAcknowledgedAsTwoMessages() {
    promises.ackedAgain("ada", "id-2", 2);
    assertThat(findings.first()).isEmpty();
    promises.ackedAgain("ada", "id-2", 9);
    assertFound(Kind.DOUBLED, 9, "ada", "was acknowledged as message 2 before");
  }

  @Test
  void missesAnAcknowledgedEdit() {
    promises.acked(ADA, new Edit(2, "mended"), 2);
    judge(reader("r1"));
    assertFound(Kind.LOST, 2, "history", "its content is not the one that was acknowledged last");
  }

  @Test
  void anUnansweredEditMayBeThereOrNot() {
    promises.acked(ADA, new Edit(2, "mended"), 2);
    promises.unknown(ADA, new Edit(2, "mended again"));
    for (String content : List.of("mended", "mended again")) {
      history.set(1, state(2, content));
      judge(reader("r1"));
      assertThat(findings.first()).as(content).isEmpty();
    }
    history.set(1, state(2, "text 2"));
    judge(reader("r1"));
    assertThat(findings.count(Kind.LOST)).isEqualTo(1);
  }

  @Test
  void missesAnAcknowledgedRemoval() {
    promises.acked(ADA, new Delete(2), 2);
    judge(reader("r1"));
    assertFound(Kind.LOST, 2, "history", "its removal was acknowledged");
  }

  @Test
  void noticesARemovalNobodyAskedFor() {
    history.set(1, removed(2, ""));
    judge(reader("r1"));
    assertFound(Kind.LOST, 2, "history", "nobody asked for");
  }

  @Test
  void noticesContentBehindARemoval() {
    promises.acked(ADA, new Delete(2), 2);
    history.set(1, removed(2, "text 2"));
    judge(reader("r1"));
    assertFound(Kind.LOST, 2, "history", "still has content");
  }

  @Test
  void missesAnAcknowledgedReaction() {
    promises.acked(BEN, new React(2, "👍", true), 2);
    judge(reader("r1"));
    assertFound(Kind.LOST, 2, "history", "👍 of user 2 was acknowledged, and is not there");
  }

  @Test
  void noticesAReactionThatWasTakenBack() {
    promises.acked(BEN, new React(2, "👍", true), 2);
    promises.acked(BEN, new React(2, "👍", false), 2);
    history.set(1, liked(2));
    judge(reader("r1"));
    assertFound(Kind.LOST, 2, "history", "was taken back, and is there");
  }

  @Test
  void askesNoReactionsOfARemovedMessage() {
    promises.acked(BEN, new React(2, "👍", true), 2);
    promises.acked(ADA, new Delete(2), 2);
    history.set(1, removed(2, ""));
    judge(reader("r1"));
    assertThat(findings.first()).isEmpty();
  }

  @Test
  void noticesAReaderWhoMissedAChange() {
    RoomLedger late = reader("late");
    promises.acked(BEN, new React(1, "👍", true), 1);
    promises.acked(ADA, new Edit(2, "mended"), 2);
    promises.acked(ADA, new Delete(3), 3);
    history.set(0, liked(1));
    history.set(1, state(2, "mended"));
    history.set(2, removed(3, ""));

    judge(reader("r1"), late);
    assertThat(findings.first())
        .extracting(Violation::who, Violation::kind)
        .containsOnly(org.assertj.core.groups.Tuple.tuple("late", Kind.LOST));
    assertThat(findings.first())
        .extracting(Violation::sentence)
        .containsExactlyInAnyOrder(
            "a change is missing: the client shows it with other reactions, unlike history",
            "a change is missing: the client shows it with another content, unlike history",
            "a change is missing: the client shows it as not removed, unlike history");
  }

  @Test
  void noticesAReaderWhoShowsWhatIsNotStored() {
    RoomLedger dreamer = reader("dreamer");
    dreamer.show(new Change(true, 4, state(4, "a dream")));
    judge(dreamer);
    assertFound(Kind.LOST, 4, "dreamer", "shows a message that is not stored");
  }

  @Test
  void noticesAReaderWhoShowsAnotherMessage() {
    RoomLedger reader = reader("r1");
    promises.unknown(ADA, new Send("id-4", "text 4"));
    reader.show(new Change(true, 4, state(4, "text 4")));
    history.add(new MessageState(4, BEN, "id-of-ben", "me first", false, Set.of()));
    judge(reader);
    assertFound(Kind.DISORDER, 4, "r1", "another message than history");
  }

  private Pairs judge(RoomLedger... readers) {
    return new Judge(7, findings).judge(history, promises, Arrays.asList(readers));
  }

  /** Somebody who has seen what is in history by now. */
  private RoomLedger reader(String name) {
    RoomLedger reader = new RoomLedger(name, 7, findings);
    reader.beginAt(0, "epoch");
    history.forEach(message -> reader.show(new Change(true, message.seq(), message)));
    return reader;
  }

  private static MessageState state(long seq, String content) {
    return new MessageState(seq, ADA, "id-" + seq, content, false, Set.of());
  }

  private static MessageState removed(long seq, String content) {
    return new MessageState(seq, ADA, "id-" + seq, content, true, Set.of());
  }

  private static MessageState liked(long seq) {
    return new MessageState(
        seq, ADA, "id-" + seq, "text " + seq, false, Set.of(new Reaction("👍", BEN)));
  }

  private void assertFound(Kind kind, long seq, String who, String words) {
    assertThat(findings.first())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).as("%s", found).isEqualTo(kind);
              assertThat(found.seq()).isEqualTo(seq);
              assertThat(found.who()).isEqualTo(who);
              assertThat(found.sentence()).contains(words);
            });
  }
}
