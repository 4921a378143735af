package org.parley.system.check.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.system.check.ledger.Promises.Sent;
import org.parley.system.check.ledger.Violation.Kind;

/**
 * Compares, once a room is quiet, the three accounts of it: what was acknowledged, what history
 * says, what each client shows.
 */
public final class Judge {

  /**
   * How much arrived.
   *
   * @param expected acknowledged messages times clients
   * @param delivered how many of these pairs are there
   */
  public record Pairs(long expected, long delivered) {

    public Pairs plus(Pairs other) {
      return new Pairs(expected + other.expected, delivered + other.delivered);
    }
  }

  private static final String HISTORY = "history";

  private final long roomId;
  private final Findings findings;
  private final boolean mayBeSetBack;
  private long setBack;

  /**
   * Judges one room.
   *
   * @param mayBeSetBack whether another history may lack what was acknowledged in an earlier one
   */
  public Judge(long roomId, Findings findings, boolean mayBeSetBack) {
    this.roomId = roomId;
    this.findings = findings;
    this.mayBeSetBack = mayBeSetBack;
  }

  /** How many acknowledged messages of earlier histories are not in the last one. */
  public long setBack() {
    return setBack;
  }

  /**
   * Judges the room.
   *
   * @param history all of it, oldest first, as it was read
   * @param clients those who were in the room from its first message on
   */
  public Pairs judge(List<MessageState> history, Histories histories, List<RoomLedger> clients) {
    Map<Long, MessageState> stored = bySeq(history);
    Promises promises = histories.last();
    Map<String, Sent> sends = promises.sends();
    Map<String, Sent> allSends = new HashMap<>();
    histories
        .earlier()
        .forEach(
            (epoch, earlier) -> {
              judgeEarlier(stored, epoch, earlier);
              allSends.putAll(earlier.sends());
            });
    allSends.putAll(sends);
    judgeIds(stored, allSends);
    judgePromises(stored, sends, promises);
    long delivered = 0;
    for (RoomLedger client : clients) {
      judgeEpoch(client, histories.lastEpoch());
      judgeClient(client, stored);
      delivered += delivered(client, sends);
    }
    long acked = sends.values().stream().filter(sent -> sent.seq() > 0).count();
    return new Pairs(acked * clients.size(), delivered);
  }

  /** What survived must be as it was acknowledged; what is gone is counted. */
  private void judgeEarlier(Map<Long, MessageState> stored, String epoch, Promises earlier) {
    Map<String, Sent> sends = earlier.sends();
    sends.forEach(
        (clientMsgId, sent) -> {
          MessageState message = sent.seq() > 0 ? stored.get(sent.seq()) : null;
          if (message != null && message.clientMsgId().equals(clientMsgId)) {
            String broken = broken(message, sends, earlier);
            if (broken != null) {
              report(Kind.LOST, message.seq(), HISTORY, broken);
            }
          } else if (sent.seq() > 0) {
            setBack++;
            if (!mayBeSetBack) {
              String sentence = "the send " + clientMsgId + " was acknowledged in epoch " + epoch;
              report(Kind.LOST, sent.seq(), HISTORY, sentence + " only");
            }
          }
        });
  }

  private void judgeEpoch(RoomLedger client, String epoch) {
    String known = client.epoch();
    if (known != null && !known.equals(epoch)) {
      report(Kind.STUCK, 0, client.client(), "it is still in epoch " + known + ", not in " + epoch);
    }
  }

  private Map<Long, MessageState> bySeq(List<MessageState> history) {
    Map<Long, MessageState> stored = new HashMap<>();
    long previous = 0;
    for (MessageState message : history) {
      long seq = message.seq();
      if (stored.put(seq, message) != null) {
        report(Kind.DOUBLED, seq, HISTORY, "history has two messages of this seq");
      } else if (seq != previous + 1) {
        report(Kind.DISORDER, seq, HISTORY, "history has a hole after message " + previous);
      }
      previous = seq;
    }
    return stored;
  }

  /** Ids are unique per writer, so others' ids beside ours are no trouble. */
  private void judgeIds(Map<Long, MessageState> stored, Map<String, Sent> sends) {
    Map<String, Long> places = new HashMap<>();
    for (MessageState message : stored.values()) {
      Sent sent = sends.get(message.clientMsgId());
      if (sent == null || sent.userId() != message.userId()) {
        continue;
      }
      Long other = places.putIfAbsent(message.clientMsgId(), message.seq());
      if (other != null) {
        report(
            Kind.DOUBLED,
            message.seq(),
            HISTORY,
            "the send " + message.clientMsgId() + " is stored as message " + other + ", too");
      }
    }
  }

  private void judgePromises(
      Map<Long, MessageState> stored, Map<String, Sent> sends, Promises promises) {
    sends.forEach(
        (clientMsgId, sent) -> {
          MessageState message = sent.seq() > 0 ? stored.get(sent.seq()) : null;
          if (sent.seq() > 0 && (message == null || !message.clientMsgId().equals(clientMsgId))) {
            report(
                Kind.LOST,
                sent.seq(),
                HISTORY,
                "the send " + clientMsgId + " was acknowledged as this message, and is not there");
          }
        });
    for (MessageState message : stored.values()) {
      String broken = broken(message, sends, promises);
      if (broken != null) {
        report(Kind.LOST, message.seq(), HISTORY, broken);
      }
    }
  }

  /** What others write into the room is compared between clients and history only. */
  private static @Nullable String broken(
      MessageState message, Map<String, Sent> sends, Promises promises) {
    Sent sent = sends.get(message.clientMsgId());
    if (sent == null) {
      return null;
    }
    boolean unanswered = sent.seq() == 0;
    if (unanswered && !message.deleted() && !message.content().equals(sent.content())) {
      return "its content is not what was sent";
    }
    return promises.brokenBy(message);
  }

  private void judgeClient(RoomLedger client, Map<Long, MessageState> stored) {
    Map<Long, MessageState> shown = client.messages();
    stored.forEach(
        (seq, message) -> {
          MessageState there = shown.get(seq);
          if (there == null) {
            report(Kind.LOST, seq, client.client(), "the message is stored and was never given");
          } else if (!there.sameMessageAs(message)) {
            report(Kind.DISORDER, seq, client.client(), "it shows another message than history");
          } else if (!there.equals(message)) {
            report(
                Kind.LOST,
                seq,
                client.client(),
                "a change is missing: the client shows it "
                    + there.differenceTo(message)
                    + ", unlike history");
          }
        });
    shown.keySet().stream()
        .filter(seq -> !stored.containsKey(seq))
        .forEach(
            seq ->
                report(Kind.LOST, seq, client.client(), "it shows a message that is not stored"));
  }

  private static long delivered(RoomLedger client, Map<String, Sent> sends) {
    return sends.entrySet().stream()
        .filter(send -> send.getValue().seq() > 0)
        .filter(
            send -> {
              MessageState shown = client.messages().get(send.getValue().seq());
              return shown != null && shown.clientMsgId().equals(send.getKey());
            })
        .count();
  }

  private void report(Kind kind, long seq, String who, String sentence) {
    findings.add(new Violation(kind, roomId, seq, 0, who, sentence));
  }
}
