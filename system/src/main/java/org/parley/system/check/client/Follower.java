package org.parley.system.check.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.parley.system.check.ledger.Histories;
import org.parley.system.check.ledger.MessageState;
import org.parley.system.check.ledger.RoomLedger;
import org.parley.system.check.ledger.RoomLedger.Change;
import org.parley.system.check.ledger.Violation;
import org.parley.system.check.ledger.Violation.Kind;
import org.parley.system.check.scene.Course.Stage;
import org.parley.system.check.scene.Scene;
import org.parley.system.check.scene.Tally.Count;
import org.parley.system.check.wire.Account;
import org.parley.system.check.wire.Frames;
import org.parley.system.check.wire.RoomHistory;

/** One client in one room: enters it, comes back to it, keeps its ledger. Used by one thread. */
final class Follower {

  private static final long NOWHERE = -1;

  private enum Seat {
    OUTSIDE,
    ASKED,
    INSIDE,
    GIVEN_UP
  }

  /** A reload that takes longer is tried anew on the next connection. */
  private static final Duration RELOAD_PATIENCE = Duration.ofSeconds(10);

  private final Scene scene;
  private final Account account;
  private final long roomId;
  private final Histories histories;
  private final RoomLedger ledger;
  private final boolean reader;
  private final LongConsumer knows;
  private Seat seat = Seat.OUTSIDE;
  private boolean resuming;
  private boolean unloaded = true;
  private long askAt;
  private long askedAt;
  private long liveSince;
  private int resyncs;

  /**
   * Somebody who is not in the room yet.
   *
   * @param reader whether its deliveries are timed: a writer gets its own messages
   * @param knows told up to which change everything is known; -1 while history has to be read
   */
  Follower(
      Scene scene,
      Account account,
      long roomId,
      Histories histories,
      boolean reader,
      LongConsumer knows) {
    this.histories = histories;
    this.knows = knows;
    this.scene = scene;
    this.account = account;
    this.roomId = roomId;
    this.reader = reader;
    ledger = new RoomLedger(account.name(), roomId, scene.findings());
  }

  RoomLedger ledger() {
    return ledger;
  }

  boolean isInside() {
    return seat == Seat.INSIDE;
  }

  void connectionLost() {
    if (seat != Seat.GIVEN_UP) {
      seat = Seat.OUTSIDE;
      askAt = System.nanoTime();
    }
  }

  /** How to ask for the room, if now is the time; otherwise null. */
  @Nullable String ask(long now) {
    if (seat != Seat.OUTSIDE || now - askAt < 0) {
      return null;
    }
    seat = Seat.ASKED;
    askedAt = now;
    String epoch = ledger.epoch();
    resuming = epoch != null && !unloaded;
    return epoch != null && resuming
        ? Frames.resume(roomId, ledger.cursor(), epoch)
        : Frames.join(roomId);
  }

  /** For how many nanoseconds {@code room_joined} is owed. */
  long owedFor(long now) {
    return seat == Seat.ASKED ? now - askedAt : 0;
  }

  /** Entering was refused; later again, or never. */
  void refused(JsonNode error, long now) {
    if (seat != Seat.ASKED) {
      return;
    }
    if (error.has("retry_after_ms")) {
      scene.tally().add(Count.DELAYED);
      seat = Seat.OUTSIDE;
      askAt = now + TimeUnit.MILLISECONDS.toNanos(error.path("retry_after_ms").asLong());
      return;
    }
    giveUp("it was not let in again: " + error.path("message").asText());
  }

  private void giveUp(String sentence) {
    seat = Seat.GIVEN_UP;
    scene.findings().add(new Violation(Kind.REFUSED, roomId, 0, 0, account.name(), sentence));
  }

  /**
   * Takes a frame of the room.
   *
   * @throws org.parley.system.check.wire.CheckProblem when history cannot be read
   */
  void take(JsonNode frame, long time) throws InterruptedException {
    switch (frame.path("type").asText()) {
      case "room_joined" -> entered(frame, time);
      case "new_message", "message_changed" -> {
        Change change = Frames.change(frame);
        MessageState state = scene.states().shared(change.message());
        show(new Change(change.sent(), change.changeSeq(), state), time);
      }
      case "resumed" -> {
        ledger.resumed(frame.path("head").asLong());
        scene.tally().add(resuming ? Count.RESUMES : Count.REPAIRS);
        isLive(time);
      }
      case "resync_required" -> {
        resyncs++;
        scene.tally().add(Count.RESYNCS);
        beginAnew(frame);
        isLive(time);
      }
      case "kicked" -> giveUp("it was told to be no member any more");
      default -> {
        // user_joined, user_left, and what later versions say: not about messages.
      }
    }
    knows.accept(ledger.cursor());
  }

  private void entered(JsonNode frame, long time) throws InterruptedException {
    seat = Seat.INSIDE;
    if (resuming) {
      ledger.enteredAgain();
    } else {
      beginAnew(frame);
      isLive(time);
    }
  }

  /** What is shown comes from history; frames after the head go on top of it, in their order. */
  private void beginAnew(JsonNode frame) throws InterruptedException {
    unloaded = true;
    knows.accept(NOWHERE);
    String epoch = frame.path("epoch").asText();
    histories.entered(epoch);
    ledger.beginAt(frame.path("head").asLong(), epoch);
    if (ledger.cursor() > 0) {
      RoomHistory history = RoomHistory.read(scene.api(), account, roomId, RELOAD_PATIENCE);
      ledger.load(history.messages().stream().map(scene.states()::shared).toList());
    }
    unloaded = false;
  }

  private void isLive(long time) {
    resuming = false;
    liveSince = time;
  }

  private void show(Change change, long time) {
    if (ledger.show(change)) {
      scene.tally().add(Count.DELIVERED);
      if (reader) {
        scene
            .latencies()
            .delivered(change.message().clientMsgId(), time, resuming ? time : liveSince);
        if (scene.course().stage() == Stage.WRITING) {
          scene.latencies().shown(account.name(), time);
        }
      }
    }
  }

  /** Reports more resyncs than this many reconnects explain. */
  void judgeResyncs(int reconnects) {
    int allowed = scene.plan().allowedResyncs(reconnects);
    if (resyncs > allowed) {
      String sentence = "it had to read the room anew " + resyncs + " times; allowed: " + allowed;
      scene.findings().add(new Violation(Kind.RESYNCED, roomId, 0, 0, account.name(), sentence));
    }
  }
}
