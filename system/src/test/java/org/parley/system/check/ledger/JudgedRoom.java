package org.parley.system.check.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.parley.system.check.ledger.Judge.Pairs;
import org.parley.system.check.ledger.MessageState.Reaction;
import org.parley.system.check.ledger.Operation.Send;
import org.parley.system.check.ledger.RoomLedger.Change;
import org.parley.system.check.ledger.Violation.Kind;

/** A room in which Ada sent three messages, acknowledged and stored, and what is judged of it. */
final class JudgedRoom {

  static final long ADA = 1;
  static final long BEN = 2;

  final Findings findings = new Findings();
  final Histories histories = new Histories(7, findings);
  final Promises promises = histories.entered("epoch");
  final List<MessageState> history = new ArrayList<>();

  JudgedRoom() {
    for (long seq = 1; seq <= 3; seq++) {
      promises.acked(ADA, new Send("id-" + seq, "text " + seq), seq);
      history.add(state(seq, "text " + seq));
    }
  }

  Pairs judge(RoomLedger... readers) {
    return new Judge(7, findings, false).judge(history, histories, Arrays.asList(readers));
  }

  /** Somebody who has seen what is in history by now. */
  RoomLedger reader(String name) {
    return reader(name, "epoch");
  }

  /** The same, in this history. */
  RoomLedger reader(String name, String epoch) {
    RoomLedger reader = new RoomLedger(name, 7, findings);
    reader.beginAt(0, epoch);
    history.forEach(message -> reader.show(new Change(true, message.seq(), message)));
    return reader;
  }

  static MessageState state(long seq, String content) {
    return new MessageState(seq, ADA, "id-" + seq, content, false, Set.of());
  }

  static MessageState removed(long seq, String content) {
    return new MessageState(seq, ADA, "id-" + seq, content, true, Set.of());
  }

  static MessageState liked(long seq) {
    return new MessageState(
        seq, ADA, "id-" + seq, "text " + seq, false, Set.of(new Reaction("👍", BEN)));
  }

  void assertFound(Kind kind, long seq, String who, String words) {
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
