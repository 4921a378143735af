package org.parley.chat.feed;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.parley.chat.identity.Person;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.room.Rooms;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.Outgoing;

/**
 * One room on this instance: its cursor and the sockets that are in it.
 *
 * <p>Changes are offered in any order, by any thread, as often as anybody likes; every socket gets
 * each change once and in the order of {@code change_seq}: the next one is delivered, an old one
 * dropped, and one that is too early waits until the gap before it was filled from the database.
 * All state is guarded by this object's monitor, which is never held over I/O: handing a frame to a
 * {@link Connection} only queues it.
 */
final class RoomFeed {

  /** Changes that wait for a gap to be filled. Beyond this the fill will bring them anyway. */
  private static final int MAX_EARLY = 1_000;

  private static final long UNKNOWN = -1;

  /** Where a feed begins, and in which history. */
  record Start(Rooms.Head head, String epoch) {}

  private final long roomId;
  private final Map<Connection, Seat> seats = new LinkedHashMap<>();
  private final Map<Long, Integer> socketsOfPerson = new HashMap<>();
  private final NavigableMap<Long, RoomFrame> early = new TreeMap<>();
  private String epoch = "";
  private long cursor = UNKNOWN;
  private long lastSeq;

  RoomFeed(long roomId) {
    this.roomId = roomId;
  }

  long roomId() {
    return roomId;
  }

  /**
   * Starts delivering after this head, which was read once the subscription was confirmed. Returns
   * true when changes that arrived meanwhile leave a gap.
   */
  synchronized boolean startAt(Start start) {
    epoch = start.epoch();
    cursor = start.head().changeSeq();
    lastSeq = start.head().lastSeq();
    deliverEarly();
    return !early.isEmpty();
  }

  /** The change up to which every socket here was given everything. */
  synchronized long cursor() {
    return cursor;
  }

  /**
   * Takes a frame for the room. Returns true when changes before it are missing and must be read
   * with {@link #offer} from the database, after {@link #cursor()}.
   */
  synchronized boolean offer(RoomFrame frame) {
    if (frame.changeSeq() == 0) {
      deliver(frame);
      return false;
    }
    if (cursor != UNKNOWN && frame.changeSeq() <= cursor) {
      return false;
    }
    if (cursor != UNKNOWN && frame.changeSeq() == cursor + 1) {
      advance(frame);
      deliverEarly();
    } else if (early.size() < MAX_EARLY) {
      early.put(frame.changeSeq(), frame);
    }
    return cursor != UNKNOWN && !early.isEmpty();
  }

  /**
   * What became of {@link #attach}.
   *
   * @param first whether it is the person's first connection here
   * @param replay whether the changes since its cursor must be read and replayed; what is new waits
   *     until {@link #replayed} or {@link #resync}
   */
  record Attached(boolean first, boolean replay) {}

  /**
   * Lets a connection in: it gets {@code joined}, made from where the feed stands, and then every
   * later change; with a cursor, first what it missed.
   */
  synchronized Attached attach(
      Connection connection, Person person, JoinedFrame joined, Optional<Resume> resume) {
    connection.send(joined.at(lastSeq, cursor, epoch));
    Seat seat = seats.get(connection);
    boolean first = false;
    if (seat == null) {
      seat = new Seat(person);
      seats.put(connection, seat);
      first = socketsOfPerson.merge(person.id(), 1, Integer::sum) == 1;
    } else {
      seat.endReplay(cursor); // from where it was just told that the room stands
    }
    return new Attached(first, resume.isPresent() && needsReplay(connection, seat, resume.get()));
  }

  private boolean needsReplay(Connection connection, Seat seat, Resume resume) {
    if (!resume.epoch().equals(epoch) || cursor - resume.after() > Replay.MAX_CHANGES) {
      resync(connection);
      return false;
    }
    if (resume.after() == cursor) {
      connection.send(new ServerFrame.Resumed(roomId, cursor));
      return false;
    }
    seat.startReplay(resume.after());
    return true;
  }

  /** The connection was given everything up to {@code through}: what waited follows. */
  synchronized void replayed(Connection connection, long through) {
    Seat seat = seats.get(connection);
    if (seat == null) {
      return; // it left meanwhile
    }
    if (seat.heldAll()) {
      seat.endReplay(through).forEach(connection::send);
      connection.send(new ServerFrame.Resumed(roomId, seat.given()));
    } else {
      resync(connection);
    }
  }

  /** The connection cannot be given what it missed: it begins anew, and gets what comes. */
  synchronized void resync(Connection connection) {
    Seat seat = seats.get(connection);
    if (seat != null) {
      seat.endReplay(cursor);
      connection.send(new ServerFrame.ResyncRequired(roomId, cursor, epoch));
    }
  }

  /** The change up to which this connection was given everything; empty when it is not here. */
  synchronized OptionalLong given(Connection connection) {
    Seat seat = seats.get(connection);
    if (seat == null) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(seat.isReplaying() ? seat.given() : Math.max(cursor, seat.given()));
  }

  /** Lets a socket out. Returns its person when that was their last socket here. */
  synchronized Optional<Person> detach(Connection connection) {
    Seat seat = seats.remove(connection);
    if (seat == null) {
      return Optional.empty();
    }
    Person person = seat.person();
    Integer left = socketsOfPerson.computeIfPresent(person.id(), (id, n) -> n == 1 ? null : n - 1);
    return left == null ? Optional.of(person) : Optional.empty();
  }

  /** Makes the frame a socket gets when it comes in. */
  interface JoinedFrame {
    ServerFrame at(long lastSeq, long head, String epoch);
  }

  private void deliverEarly() {
    early.headMap(cursor, true).clear();
    for (RoomFrame next = early.remove(cursor + 1); next != null; next = early.remove(cursor + 1)) {
      advance(next);
    }
  }

  private void advance(RoomFrame change) {
    cursor = change.changeSeq();
    lastSeq = Math.max(lastSeq, change.seq());
    deliver(change);
  }

  private void deliver(RoomFrame frame) {
    Outgoing.Text text = new Outgoing.Text(frame.text());
    for (Map.Entry<Connection, Seat> socket : seats.entrySet()) {
      if (frame.changeSeq() > 0
          ? socket.getValue().takes(frame, text)
          : socket.getValue().person().id() != frame.userId()) {
        socket.getKey().send(text);
      }
    }
  }
}
