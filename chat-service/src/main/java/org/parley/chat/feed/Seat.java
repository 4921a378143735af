package org.parley.chat.feed;

import java.util.ArrayList;
import java.util.List;
import org.parley.chat.identity.Person;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.socket.Outgoing;

/**
 * A connection's place in a room: who is on it, and which changes it still needs. Guarded by its
 * feed's monitor.
 */
final class Seat {

  /** As many as a feed keeps early changes; a replay takes a second or two at worst. */
  private static final int MAX_HELD = 1_000;

  private record Held(long changeSeq, Outgoing.Text text) {}

  private final Person person;
  private final List<Held> held = new ArrayList<>();
  private boolean replaying;
  private boolean overflowed;
  private long given;

  Seat(Person person) {
    this.person = person;
  }

  Person person() {
    return person;
  }

  /** The change it has, where that is more than the feed has given; else anything below. */
  long given() {
    return given;
  }

  boolean isReplaying() {
    return replaying;
  }

  /** From now on changes wait until what came before them was replayed. */
  void startReplay(long after) {
    replaying = true;
    overflowed = false;
    held.clear();
    given = after;
  }

  /** Whether a change goes to the connection now; while a replay is under way it waits here. */
  boolean takes(RoomFrame change, Outgoing.Text text) {
    if (!replaying) {
      return change.changeSeq() > given;
    }
    if (held.size() < MAX_HELD) {
      held.add(new Held(change.changeSeq(), text));
    } else {
      overflowed = true;
    }
    return false;
  }

  /** Whether all that came since {@link #startReplay} waits here. */
  boolean heldAll() {
    return !overflowed;
  }

  /** Ends the replay, which went up to {@code through}; returns what follows it, in order. */
  List<Outgoing.Text> endReplay(long through) {
    List<Outgoing.Text> next =
        held.stream().filter(frame -> frame.changeSeq() > through).map(Held::text).toList();
    given = held.isEmpty() ? through : Math.max(through, held.getLast().changeSeq());
    held.clear();
    replaying = false;
    return next;
  }
}
