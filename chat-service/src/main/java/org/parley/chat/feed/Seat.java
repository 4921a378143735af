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

  /**
   * What waits is handed to an outbox that may be half full (1,000 frames, 1 MiB; see Outbox), at
   * once, and must fit into the other half.
   */
  private static final int MAX_HELD = 400;

  private static final int MAX_HELD_BYTES = 256 * 1024;

  private record Held(long changeSeq, Outgoing.Text text) {}

  private final Person person;
  private final List<Held> held = new ArrayList<>();
  private boolean replaying;
  private int heldBytes;
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
    forget();
    given = after;
  }

  /** Whether a change goes to the connection now; while a replay is under way it waits here. */
  boolean takes(RoomFrame change, Outgoing.Text text) {
    if (!replaying) {
      return change.changeSeq() > given;
    }
    heldBytes += text.text().length();
    if (overflowed || held.size() == MAX_HELD || heldBytes > MAX_HELD_BYTES) {
      overflowed = true;
      forget();
    } else {
      held.add(new Held(change.changeSeq(), text));
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
    forget();
    replaying = false;
    return next;
  }

  private void forget() {
    held.clear();
    heldBytes = 0;
  }
}
