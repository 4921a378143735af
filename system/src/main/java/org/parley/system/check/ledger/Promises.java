package org.parley.system.check.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.system.check.ledger.MessageState.Reaction;
import org.parley.system.check.ledger.Operation.Delete;
import org.parley.system.check.ledger.Operation.Edit;
import org.parley.system.check.ledger.Operation.React;
import org.parley.system.check.ledger.Operation.Send;
import org.parley.system.check.ledger.Violation.Kind;

/**
 * What acknowledgements promised of one room. Each writer has one operation at a time on its way,
 * so its last acknowledged edit or reaction counts; what was never answered may have happened or
 * not. Thread-safe.
 */
public final class Promises {

  /** How sure something is. */
  enum Certainty {
    YES,
    NO,
    EITHER
  }

  /**
   * A message that was asked for.
   *
   * @param seq where it must be; 0 when that was never answered
   */
  record Sent(long userId, String content, long seq) {}

  private final long roomId;
  private final Findings findings;
  private final Map<String, Sent> sends = new HashMap<>();
  private final Map<Long, Set<String>> contents = new HashMap<>();
  private final Map<Long, Certainty> removals = new HashMap<>();
  private final Map<Long, Map<Reaction, Certainty>> reactions = new HashMap<>();

  public Promises(long roomId, Findings findings) {
    this.roomId = roomId;
    this.findings = findings;
  }

  /**
   * An operation was acknowledged.
   *
   * @param seq the message it made or changed
   */
  public synchronized void acked(long userId, Operation operation, long seq) {
    switch (operation) {
      case Send send -> {
        sends.put(send.clientMsgId(), new Sent(userId, send.content(), seq));
        contents.put(seq, Set.of(send.content()));
      }
      case Edit edit -> contents.put(seq, Set.of(edit.content()));
      case Delete delete -> removals.put(seq, Certainty.YES);
      case React react -> reacted(userId, react, react.on() ? Certainty.YES : Certainty.NO);
    }
  }

  /** A send was acknowledged once more, which must say the same as before. */
  public synchronized void ackedAgain(String who, String clientMsgId, long seq) {
    Sent sent = sends.get(clientMsgId);
    if (sent != null && sent.seq() != seq) {
      findings.add(
          new Violation(
              Kind.DOUBLED,
              roomId,
              seq,
              0,
              who,
              "the send "
                  + clientMsgId
                  + " was acknowledged as message "
                  + sent.seq()
                  + " before"));
    }
  }

  /** An operation has no final answer, or none to rely on: it may have happened. */
  public synchronized void unknown(long userId, Operation operation) {
    switch (operation) {
      case Send send -> sends.put(send.clientMsgId(), new Sent(userId, send.content(), 0));
      case Edit edit -> {
        Set<String> either = new HashSet<>(contents.getOrDefault(edit.seq(), Set.of()));
        either.add(edit.content());
        contents.put(edit.seq(), either);
      }
      case Delete delete -> removals.put(delete.seq(), Certainty.EITHER);
      case React react -> reacted(userId, react, Certainty.EITHER);
    }
  }

  private void reacted(long userId, React react, Certainty certainty) {
    reactions
        .computeIfAbsent(react.seq(), seq -> new HashMap<>())
        .put(new Reaction(react.emoji(), userId), certainty);
  }

  /** By client_msg_id, every send that was acknowledged or may have happened. */
  synchronized Map<String, Sent> sends() {
    return Map.copyOf(sends);
  }

  /** In what a stored message breaks a promise, in words; null when in nothing. */
  synchronized @Nullable String brokenBy(MessageState stored) {
    Certainty removal = removals.getOrDefault(stored.seq(), Certainty.NO);
    if (removal != Certainty.EITHER && stored.deleted() != (removal == Certainty.YES)) {
      return stored.deleted()
          ? "it is removed, which nobody asked for"
          : "its removal was acknowledged, and it is still there";
    }
    if (stored.deleted()) {
      return stored.content().isEmpty() ? null : "it is removed and still has content";
    }
    Set<String> allowed = contents.getOrDefault(stored.seq(), Set.of(stored.content()));
    if (!allowed.contains(stored.content())) {
      return "its content is not the one that was acknowledged last";
    }
    for (var promise : reactions.getOrDefault(stored.seq(), Map.of()).entrySet()) {
      boolean there = stored.reactions().contains(promise.getKey());
      if (promise.getValue() != Certainty.EITHER
          && there != (promise.getValue() == Certainty.YES)) {
        return "the reaction "
            + promise.getKey().emoji()
            + " of user "
            + promise.getKey().userId()
            + (there ? " was taken back, and is there" : " was acknowledged, and is not there");
      }
    }
    return null;
  }
}
