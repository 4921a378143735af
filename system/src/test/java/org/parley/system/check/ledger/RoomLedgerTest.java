package org.parley.system.check.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.check.ledger.RoomLedger.Change;
import org.parley.system.check.ledger.Violation.Kind;

class RoomLedgerTest {

  private final Findings findings = new Findings();
  private final RoomLedger ledger = new RoomLedger("ada", 7, findings);

  @BeforeEach
  void entersAnEmptyRoom() {
    ledger.beginAt(0, "epoch");
  }

  @Test
  void liveChangesMoveTheCursorOneByOne() {
    assertThat(ledger.show(sent(1, 1))).isTrue();
    assertThat(ledger.show(sent(2, 2))).isTrue();
    assertThat(ledger.show(changed(3, 1, "mended"))).isFalse();

    assertThat(ledger.cursor()).isEqualTo(3);
    assertThat(ledger.messages().get(1L).content()).isEqualTo("mended");
    assertThat(ledger.messages()).hasSize(2);
    assertNoFinding();
  }

  @Test
  void aRangeWithHolesIsShownAtOnceAndMovesTheCursorAtItsEnd() {
    ledger.show(sent(1, 1));
    ledger.enteredAgain();
    // Changes 3 and 5 were followed by later ones of the same messages.
    ledger.show(sent(2, 2));
    ledger.show(sent(4, 3));
    ledger.show(changed(6, 1, "mended"));
    assertThat(ledger.cursor()).isEqualTo(2);
    assertThat(ledger.messages()).hasSize(3);

    ledger.resumed(6);
    assertThat(ledger.cursor()).isEqualTo(6);
    ledger.show(sent(7, 4));
    assertThat(ledger.cursor()).isEqualTo(7);
    assertNoFinding();
  }

  @Test
  void aRangeMayEndBeyondItsLastFrame() {
    ledger.show(sent(1, 1)); // as it is by now: reacted to in change 2
    ledger.resumed(2);
    assertThat(ledger.cursor()).isEqualTo(2);
    assertNoFinding();
  }

  @Test
  void changesOfARangeMayLieBeforeItsNewMessages() {
    ledger.show(sent(1, 1));
    ledger.show(sent(3, 2));
    ledger.show(changed(2, 1, "mended"));
    ledger.resumed(3);
    assertThat(ledger.cursor()).isEqualTo(3);
    assertNoFinding();
  }

  @Test
  void whatLayAheadOfTheCursorMayComeAgainOnTheNextSocket() {
    ledger.show(sent(1, 1));
    ledger.show(sent(3, 2));
    ledger.enteredAgain();
    ledger.show(sent(3, 2));
    ledger.resumed(3);
    assertThat(ledger.cursor()).isEqualTo(3);
    assertNoFinding();
  }

  @Test
  void countsAMessageOnceHoweverOftenItComes() {
    ledger.show(sent(1, 1));
    assertThat(ledger.show(sent(3, 2))).isTrue();
    ledger.enteredAgain();
    assertThat(ledger.show(sent(3, 2))).isFalse();
  }

  @Test
  void findsAMessageGivenAgain() {
    ledger.show(sent(1, 1));
    ledger.show(sent(1, 1));
    assertFinding(Kind.DOUBLED, 1, 1);
  }

  @Test
  void findsAMessageGivenAgainOnTheNextSocket() {
    ledger.show(sent(1, 1));
    ledger.show(sent(2, 2));
    ledger.enteredAgain();
    ledger.show(sent(2, 2));
    assertFinding(Kind.DOUBLED, 2, 2);
  }

  @Test
  void findsAMessageGivenAgainInsideARange() {
    ledger.show(sent(1, 1));
    ledger.show(sent(3, 2));
    ledger.show(sent(3, 2));
    assertFinding(Kind.DOUBLED, 2, 3);
  }

  @Test
  void findsAMessageGivenAgainUnderAnotherChange() {
    ledger.show(sent(1, 1));
    ledger.enteredAgain();
    ledger.show(sent(2, 1));
    assertFinding(Kind.DOUBLED, 1, 2);
  }

  @Test
  void findsAMessageGivenAgainAfterTheRangeThatBroughtIt() {
    ledger.show(sent(1, 1));
    ledger.show(sent(3, 2));
    ledger.resumed(3);
    ledger.enteredAgain();
    ledger.show(sent(4, 2));
    assertFinding(Kind.DOUBLED, 2, 4);
  }

  @Test
  void findsAChangeThatComesAgain() {
    ledger.show(sent(1, 1));
    ledger.show(changed(2, 1, "mended"));
    ledger.show(changed(2, 1, "mended"));
    assertFinding(Kind.DISORDER, 1, 2);
  }

  @Test
  void anOldChangeDoesNotUndoANewerOne() {
    ledger.show(sent(1, 1));
    ledger.show(changed(2, 1, "mended"));
    ledger.show(changed(1, 1, "older"));
    assertThat(ledger.messages().get(1L).content()).isEqualTo("mended");
    assertFinding(Kind.DISORDER, 1, 1);
  }

  @Test
  void findsMessagesInTheWrongOrder() {
    ledger.show(sent(2, 2));
    ledger.show(sent(3, 1));
    assertFinding(Kind.DISORDER, 1, 3);
  }

  @Test
  void findsANewMessageAfterLaterChangesOfItsRange() {
    ledger.show(sent(1, 1));
    ledger.show(changed(4, 1, "mended"));
    ledger.show(sent(5, 2));
    assertFinding(Kind.DISORDER, 2, 5);
  }

  @Test
  void findsChangesOfARangeInTheWrongOrder() {
    ledger.show(sent(1, 1));
    ledger.show(sent(2, 2));
    ledger.show(changed(6, 1, "mended"));
    ledger.show(changed(5, 2, "mended"));
    assertFinding(Kind.DISORDER, 2, 5);
  }

  @Test
  void findsAChangeOfAMessageThatNeverCame() {
    ledger.show(changed(2, 1, "mended"));
    assertFinding(Kind.DISORDER, 1, 2);
  }

  @Test
  void findsACursorThatIsSentBack() {
    ledger.show(sent(1, 1));
    ledger.show(sent(2, 2));
    ledger.resumed(1);
    assertThat(ledger.cursor()).isEqualTo(2);
    assertFinding(Kind.DISORDER, 0, 1);
  }

  @Test
  void findsARangeThatEndsBeforeWhatItShowed() {
    ledger.show(sent(1, 1));
    ledger.show(sent(5, 2));
    ledger.resumed(4);
    assertFinding(Kind.DISORDER, 0, 4);
  }

  @Test
  void beginsAnewOnAResync() {
    ledger.show(sent(1, 1));
    ledger.show(sent(2, 2));

    ledger.beginAt(9, "another");
    assertThat(ledger.messages()).isEmpty();
    ledger.load(List.of(message(1, "one"), message(2, "two"), message(3, "three")));
    // History was read later than the head was, so some of it comes as frames, too.
    assertThat(ledger.show(sent(10, 3))).isFalse();
    assertThat(ledger.show(sent(11, 4))).isTrue();

    assertThat(ledger.cursor()).isEqualTo(11);
    assertThat(ledger.epoch()).isEqualTo("another");
    assertThat(ledger.messages()).hasSize(4);
    assertNoFinding();
  }

  @Test
  void aFrameThatNeverCameLeavesTheCursorBehind() {
    ledger.show(sent(1, 1));
    ledger.show(sent(3, 3));
    ledger.show(sent(4, 4));
    assertThat(ledger.cursor()).isEqualTo(1);
  }

  static Change sent(long changeSeq, long seq) {
    return new Change(true, changeSeq, message(seq, "message " + seq));
  }

  static Change changed(long changeSeq, long seq, String content) {
    return new Change(false, changeSeq, message(seq, content));
  }

  static MessageState message(long seq, String content) {
    return new MessageState(seq, 1, "id-" + seq, content, false, Set.of());
  }

  private void assertNoFinding() {
    assertThat(findings.first()).isEmpty();
  }

  private void assertFinding(Kind kind, long seq, long changeSeq) {
    assertThat(findings.first())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).as("%s", found).isEqualTo(kind);
              assertThat(found.seq()).isEqualTo(seq);
              assertThat(found.changeSeq()).isEqualTo(changeSeq);
              assertThat(found.toString()).contains("room 7", "ada");
            });
  }
}
