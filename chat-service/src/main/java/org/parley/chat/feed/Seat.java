package org.parley.chat.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.parley.chat.identity.Person;
import org.parley.chat.message.ChangeRange;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.Outgoing;

/**
 * A connection's place in a room: what it was given, and what waits for it while it is given what
 * it missed. Guarded by the room's {@link RoomFeed}.
 */
final class Seat {

  /** What waits is handed to the outbox at once; see {@link Connection#awaitPace}. */
  private static final int MAX_HELD = 300;

  private static final int MAX_HELD_BYTES = 256 * 1024;

  /** What came while the connection was given what it missed. */
  private sealed interface Held {
    record Change(long changeSeq, Outgoing.Text text) implements Held {}

    record Range(ChangeRange range) implements Held {}
  }

  private enum State {
    /** Announced, not told anything yet. */
    ARRIVING,
    /** Gets what comes. */
    LIVE,
    /** Is given what it missed; what comes waits. */
    REPLAYING,
    /** Its reader was too slow; it gets nothing until it has begun anew. */
    OVERFLOWED
  }

  private final long roomId;
  private final Connection connection;
  private final Person person;
  private final List<Held> held = new ArrayList<>();
  private State state = State.ARRIVING;
  private int heldFrames;
  private int heldBytes;
  private boolean heldAll = true;
  private long given;
  private long admittedIn;

  Seat(long roomId, Connection connection, Person person) {
    this.roomId = roomId;
    this.connection = connection;
    this.person = person;
  }

  Person person() {
    return person;
  }

  /** Its person is a member in this version of the room's members. */
  void admitted(long membersVersion) {
    admittedIn = Math.max(admittedIn, membersVersion);
  }

  long admittedIn() {
    return admittedIn;
  }

  /**
   * The change up to which it was given everything, {@code cursor} being the feed's; empty when
   * that is not known.
   */
  OptionalLong given(long cursor) {
    return switch (state) {
      case ARRIVING, OVERFLOWED -> OptionalLong.empty();
      case REPLAYING -> OptionalLong.of(given);
      case LIVE -> OptionalLong.of(Math.max(cursor, given));
    };
  }

  boolean isArriving() {
    return state == State.ARRIVING;
  }

  boolean isReplaying() {
    return state == State.REPLAYING;
  }

  /** Whether all that came since {@link #startReplay} waits here. */
  boolean heldAll() {
    return heldAll;
  }

  /** From now on it gets every change after this one; what waited is forgotten. */
  void goLive(long from) {
    state = State.LIVE;
    given = from;
    forget();
  }

  /** From now on changes wait until what came after this one was replayed. */
  void startReplay(long after) {
    state = State.REPLAYING;
    given = after;
    forget();
  }

  /** A change for everybody. */
  void change(long changeSeq, Outgoing.Text text) {
    switch (state) {
      case ARRIVING, OVERFLOWED -> {}
      case REPLAYING -> hold(new Held.Change(changeSeq, text), 1, text.text().length());
      case LIVE -> {
        if (changeSeq > given) {
          give(text);
        }
      }
    }
  }

  /**
   * Changes that were read from the log; {@code frames} are those for somebody who has everything
   * up to {@code from}.
   */
  void range(ChangeRange range, long from, List<Outgoing.Text> frames, boolean dense) {
    switch (state) {
      case ARRIVING, OVERFLOWED -> {}
      case REPLAYING -> hold(new Held.Range(range), frames.size(), bytes(frames));
      case LIVE -> {
        if (given <= from) {
          frames.forEach(this::give);
          close(range, dense);
        } else if (given < range.through()) {
          // It knows more than this instance did: what is new to it is less, and other.
          giveRange(range, given);
        }
      }
    }
  }

  /** Something that is no change, for the others; a hint, for those who can know what it is. */
  void remark(RoomFrame remark, Outgoing.Text text) {
    boolean understands = remark.kind() != RoomFrame.Kind.HINT || connection.manyRooms();
    if (state != State.ARRIVING && person.id() != remark.userId() && understands) {
      connection.remark(roomId, text);
    }
  }

  /** Gives it one of the changes it missed; false when it does not wait for them any more. */
  boolean giveMissed(Outgoing.Text text) {
    return state == State.REPLAYING && give(text);
  }

  /**
   * Ends the replay, which went up to {@code through}. It is closed before what waited follows:
   * otherwise a new message of that would seem to belong behind the changes of the replay.
   */
  void endReplay(long through) {
    give(new Outgoing.Text(new ServerFrame.Resumed(roomId, through)));
    long position = through;
    for (Held next : List.copyOf(held)) {
      switch (next) {
        case Held.Change change -> {
          if (change.changeSeq > position) {
            give(change.text);
            position = change.changeSeq;
          }
        }
        case Held.Range read -> {
          long end = read.range.through();
          if (end > position) {
            giveRange(read.range, Math.max(position, read.range.from()));
            position = end;
          }
        }
      }
    }
    if (state == State.REPLAYING) {
      goLive(position); // unless it overflowed
    }
  }

  /** A range as it looks from a cursor that is this connection's own. */
  private void giveRange(ChangeRange range, long cursor) {
    List<RoomFrame> frames = range.after(cursor);
    frames.forEach(frame -> give(new Outgoing.Text(frame.text())));
    close(range, ChangeRange.isDense(frames, cursor, range.through()));
  }

  private boolean give(Outgoing.Text text) {
    return switch (connection.deliver(roomId, text)) {
      case TAKEN -> true;
      case OVERFLOWED, DROPPED, ENDED -> {
        state = State.OVERFLOWED;
        forget();
        yield false;
      }
    };
  }

  /** A range with holes ends with a word that moves the reader's cursor over them. */
  private void close(ChangeRange range, boolean dense) {
    if (!dense && connection.manyRooms()) {
      give(new Outgoing.Text(new ServerFrame.Resumed(roomId, range.through())));
    }
  }

  private void hold(Held next, int frames, int bytes) {
    heldFrames += frames;
    heldBytes += bytes;
    if (heldAll && heldFrames <= MAX_HELD && heldBytes <= MAX_HELD_BYTES) {
      held.add(next);
    } else {
      held.clear();
      heldAll = false;
    }
  }

  private void forget() {
    held.clear();
    heldAll = true;
    heldFrames = 0;
    heldBytes = 0;
  }

  private static int bytes(List<Outgoing.Text> frames) {
    return frames.stream().mapToInt(frame -> frame.text().length()).sum();
  }
}
