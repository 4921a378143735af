package org.parley.system.check.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.parley.system.check.ledger.Histories;
import org.parley.system.check.ledger.Operation;
import org.parley.system.check.ledger.Operation.React;
import org.parley.system.check.ledger.Operation.Send;
import org.parley.system.check.ledger.Outbox;
import org.parley.system.check.ledger.Outbox.Pending;
import org.parley.system.check.ledger.Promises;
import org.parley.system.check.ledger.RoomLedger;
import org.parley.system.check.ledger.Violation;
import org.parley.system.check.ledger.Violation.Kind;
import org.parley.system.check.scene.Scene;
import org.parley.system.check.scene.Tally.Count;
import org.parley.system.check.wire.Frames;

/** The writing half of a client: an outbox for each room, and what its answers promise. */
final class Desk {

  /** Codes that ask for the same again later, should they come without a time. */
  private static final Set<String> LATER = Set.of("busy", "unavailable", "draining");

  /** Where a "later" has no time. */
  private static final long LATER_MILLIS = 500;

  private final Scene scene;
  private final String name;
  private final long userId;
  private final Map<Long, Histories> histories;
  private final Map<Long, RoomLedger> rooms;
  private final Map<Long, Outbox> outboxes = new HashMap<>();
  private final Author author;
  private final Schedule schedule;
  private volatile boolean idle = true;

  /** Writes as this person into these rooms, which it sees as the client is shown them. */
  Desk(
      Scene scene,
      String name,
      long userId,
      Map<Long, Histories> histories,
      Map<Long, RoomLedger> rooms,
      RandomGenerator random) {
    this.scene = scene;
    this.name = name;
    this.userId = userId;
    this.histories = histories;
    this.rooms = rooms;
    author = new Author(name, scene.plan().mix(), rooms, random);
    schedule = new Schedule(scene.plan(), random);
    rooms.keySet().forEach(room -> outboxes.put(room, new Outbox()));
  }

  /** Whether everything has been answered. For any thread. */
  boolean isIdle() {
    return idle;
  }

  /** Writes down what has become due. */
  void write(long now) {
    for (long due : schedule.due(scene.course(), now)) {
      Author.Idea idea = author.next();
      outbox(idea.roomId()).add(idea.operation(), due);
      idle = false;
    }
  }

  /** When the next thing is due. */
  long nextDue() {
    return schedule.next();
  }

  /**
   * Puts on the wire what may go.
   *
   * @param connectedSince since when the client is connected without a break
   */
  void post(long roomId, long now, long connectedSince, Consumer<String> wire) {
    Pending pending = outbox(roomId).next(now);
    if (pending == null) {
      return;
    }
    boolean first = pending.attempts() == 1;
    switch (pending.operation()) {
      case Send send -> {
        boolean undisturbed = first && pending.scheduled() - connectedSince >= 0;
        scene.latencies().sending(send.clientMsgId(), pending.scheduled(), undisturbed);
        scene.tally().add(first ? Count.SENT : Count.REPEATED);
      }
      case Operation change -> scene.tally().add(first ? Count.CHANGES_SENT : Count.REPEATED);
    }
    wire.accept(Frames.of(roomId, pending.operation()));
  }

  /** For how many nanoseconds the oldest answer is owed. */
  long owedFor(long now) {
    return outboxes.values().stream().mapToLong(outbox -> outbox.owedFor(now)).max().orElse(0);
  }

  void connectionLost() {
    outboxes.values().forEach(Outbox::connectionLost);
  }

  /** {@code message_ack}. */
  void messageAcked(JsonNode frame, long time) {
    long roomId = frame.path("room_id").asLong();
    String id = frame.path("client_msg_id").asText();
    long seq = frame.path("seq").asLong();
    Outbox outbox = outbox(roomId);
    Pending pending = outbox.awaited();
    if (pending != null
        && pending.operation() instanceof Send send
        && send.clientMsgId().equals(id)) {
      outbox.resolve();
      promises(roomId).acked(userId, send, seq);
      scene.latencies().acked(id, time);
      scene.tally().add(Count.ACKED);
      author.sent(roomId, seq);
      noteIdle();
    } else {
      promises(roomId).ackedAgain(name, id, seq);
    }
  }

  /** {@code change_ack}. */
  void changeAcked(JsonNode frame) {
    long roomId = frame.path("room_id").asLong();
    long seq = frame.path("seq").asLong();
    Outbox outbox = outbox(roomId);
    Pending pending = outbox.awaited();
    if (pending != null && seq > 0 && pending.operation().target() == seq) {
      outbox.resolve();
      promises(roomId).acked(userId, pending.operation(), seq);
      scene.tally().add(Count.CHANGES_ACKED);
      noteIdle();
    }
  }

  /** {@code error}; false when it is about nothing written here. */
  boolean refused(JsonNode error, long now) {
    for (Map.Entry<Long, Outbox> room : outboxes.entrySet()) {
      Pending pending = room.getValue().awaited();
      if (pending != null && isAbout(error, room.getKey(), pending.operation())) {
        refused(error, room.getKey(), pending.operation(), now);
        return true;
      }
    }
    return false;
  }

  /** A server that does not know a type cannot say which message it was about. */
  private static boolean isAbout(JsonNode error, long roomId, Operation operation) {
    if (error.path("code").asText().equals("unknown_type")) {
      return operation.target() > 0;
    }
    boolean subject =
        operation instanceof Send send
            ? error.path("client_msg_id").asText().equals(send.clientMsgId())
            : error.path("seq").asLong() == operation.target();
    return subject && error.path("room_id").asLong() == roomId;
  }

  private void refused(JsonNode error, long roomId, Operation operation, long now) {
    String code = error.path("code").asText();
    if (LATER.contains(code) || error.has("retry_after_ms")) {
      long millis = error.path("retry_after_ms").asLong(LATER_MILLIS);
      outbox(roomId).delayUntil(now + TimeUnit.MILLISECONDS.toNanos(millis));
      scene.tally().add(Count.DELAYED);
      return;
    }
    outbox(roomId).resolve();
    promises(roomId).unknown(userId, operation);
    if (operation instanceof React && code.equals("conflict")) {
      scene.tally().add(Count.OVERTAKEN);
    } else {
      String sentence =
          operation.word() + " was refused with " + code + ": " + error.path("message").asText();
      scene
          .findings()
          .add(new Violation(Kind.REFUSED, roomId, operation.target(), 0, name, sentence));
    }
    noteIdle();
  }

  /** Counts what was never answered, after the last connection. */
  void close() {
    outboxes.forEach(
        (roomId, outbox) -> {
          scene.tally().add(Count.UNSENT, outbox.dropUnsent());
          Pending unknown = outbox.unknown();
          if (unknown != null) {
            promises(roomId).unknown(userId, unknown.operation());
            boolean send = unknown.operation() instanceof Send;
            scene.tally().add(send ? Count.UNKNOWN : Count.CHANGES_UNKNOWN);
          }
        });
  }

  private void noteIdle() {
    idle = outboxes.values().stream().allMatch(Outbox::isEmpty);
  }

  private Outbox outbox(long roomId) {
    return require(outboxes.get(roomId));
  }

  private Promises promises(long roomId) {
    return require(histories.get(roomId)).entered(require(require(rooms.get(roomId)).epoch()));
  }

  private static <T> T require(@Nullable T ofRoom) {
    if (ofRoom == null) {
      throw new IllegalArgumentException("an answer from a room that nothing was said in");
    }
    return ofRoom;
  }
}
