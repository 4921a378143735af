package org.parley.chat.feed;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.chat.feed.RoomFeed.Resumption;
import org.parley.chat.identity.Person;
import org.parley.chat.message.ChangeRange;
import org.parley.chat.message.Messages;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.Outgoing;

/** Who is in a room, and the handing out of frames to them. Guarded by the {@link RoomFeed}. */
final class Seats {

  private final long roomId;
  private final Map<Connection, Seat> seats = new LinkedHashMap<>();
  private final Map<Long, Integer> connectionsOfPerson = new HashMap<>();

  Seats(long roomId) {
    this.roomId = roomId;
  }

  /** Whether it is new, and its person's first. */
  boolean add(Connection connection, Person person, long membersVersion) {
    Seat known = seats.get(connection);
    if (known != null) {
      known.admitted(membersVersion);
      return false;
    }
    Seat seat = new Seat(roomId, connection, person);
    seat.admitted(membersVersion);
    seats.put(connection, seat);
    return connectionsOfPerson.merge(person.id(), 1, Integer::sum) == 1;
  }

  /** Its person, when that was their last one. */
  Optional<Person> remove(Connection connection) {
    Seat seat = seats.remove(connection);
    if (seat == null) {
      return Optional.empty();
    }
    connection.forgetRoom(roomId);
    Person person = seat.person();
    Integer left =
        connectionsOfPerson.computeIfPresent(person.id(), (id, n) -> n == 1 ? null : n - 1);
    return left == null ? Optional.of(person) : Optional.empty();
  }

  Set<Long> people() {
    return Set.copyOf(connectionsOfPerson.keySet());
  }

  List<Connection> connectionsOf(long userId, long membersVersion) {
    return seats.entrySet().stream()
        .filter(entry -> entry.getValue().person().id() == userId)
        .filter(entry -> entry.getValue().admittedIn() <= membersVersion)
        .map(Map.Entry::getKey)
        .toList();
  }

  OptionalLong given(Connection connection, long cursor) {
    Seat seat = seats.get(connection);
    return seat == null ? OptionalLong.empty() : seat.given(cursor);
  }

  boolean give(Connection connection, Outgoing.Text change) {
    Seat seat = seats.get(connection);
    return seat != null && seat.giveMissed(change);
  }

  /** From now on it gets every change after this one; it is told so first. */
  void goLive(Connection connection, long from, ServerFrame first) {
    require(connection).goLive(from);
    connection.restart(roomId, first);
  }

  /** How it goes on; behind, when what came after this change must be given to it. */
  Resumption resume(Connection connection, long after, String itsEpoch, long cursor, String epoch) {
    if (!itsEpoch.equals(epoch) || cursor - after > Messages.MAX_RANGE) {
      resync(connection, cursor, epoch);
      return Resumption.ANEW;
    }
    if (after == cursor) {
      connection.send(new ServerFrame.Resumed(roomId, cursor));
      return Resumption.UP_TO_DATE;
    }
    require(connection).startReplay(after);
    return Resumption.BEHIND;
  }

  /** How it went on; behind, when it left meanwhile. */
  Resumption replayed(Connection connection, long through, long cursor, String epoch) {
    @Nullable Seat seat = seats.get(connection);
    if (seat == null || !seat.isReplaying()) {
      return Resumption.BEHIND;
    }
    if (seat.heldAll()) {
      seat.endReplay(through);
      return Resumption.UP_TO_DATE;
    }
    resync(connection, cursor, epoch);
    return Resumption.ANEW;
  }

  void resync(Connection connection, long cursor, String epoch) {
    Seat seat = seats.get(connection);
    if (seat != null && !seat.isArriving()) {
      seat.goLive(cursor);
      connection.restart(roomId, new ServerFrame.ResyncRequired(roomId, cursor, epoch));
    }
  }

  /** Everybody begins anew; clients of the original know no such word and reconnect. */
  void resync(long cursor, String epoch) {
    for (Connection connection : seats.keySet()) {
      if (connection.manyRooms()) {
        resync(connection, cursor, epoch);
      } else {
        connection.close(CloseCode.RESTART);
      }
    }
  }

  void change(RoomFrame change) {
    Outgoing.Text text = new Outgoing.Text(change.text(), change.committedNanos());
    for (Seat seat : seats.values()) {
      seat.change(change.changeSeq(), text);
    }
  }

  /** Returns whether the frames move a cursor from where they begin to the end of the range. */
  boolean range(ChangeRange range, long from, List<RoomFrame> frames) {
    boolean dense = ChangeRange.isDense(frames, from, range.through());
    List<Outgoing.Text> texts =
        frames.stream()
            .map(frame -> new Outgoing.Text(frame.text(), frame.committedNanos()))
            .toList();
    for (Seat seat : seats.values()) {
      seat.range(range, from, texts, dense);
    }
    return dense;
  }

  void remark(RoomFrame remark) {
    Outgoing.Text text = new Outgoing.Text(remark.text());
    for (Seat seat : seats.values()) {
      seat.remark(remark, text);
    }
  }

  private Seat require(Connection connection) {
    Seat seat = seats.get(connection);
    if (seat == null) {
      throw new IllegalStateException("nobody was expected on " + connection.id());
    }
    return seat;
  }
}
