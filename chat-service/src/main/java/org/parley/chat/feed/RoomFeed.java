package org.parley.chat.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.parley.chat.identity.Person;
import org.parley.chat.message.ChangeRange;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.Outgoing;

/**
 * One room on this instance: its cursor and the connections that are in it.
 *
 * <p>Changes are offered in any order, by any thread, as often as anybody likes; every connection
 * gets each change once and in the order of {@code change_seq}: the next one is delivered, an old
 * one dropped, and one that is too early waits until the gap before it was filled from the
 * database. All state is guarded by this object's monitor, which is never held over I/O: handing a
 * frame to a {@link Connection} only queues it.
 */
public final class RoomFeed {

  /** Changes that wait for a gap to be filled. Beyond this the fill will bring them anyway. */
  private static final int MAX_EARLY = 1_000;

  private static final long UNKNOWN = -1;

  private final long roomId;
  private final Seats seats;
  private final Ring ring;
  private final NavigableMap<Long, RoomFrame> early = new TreeMap<>();
  private String epoch = "";
  private long cursor = UNKNOWN;
  private long expected = UNKNOWN;
  private long lastSeq;
  private long membersVersion;

  RoomFeed(long roomId, AtomicLong charsOfAllRings) {
    this.roomId = roomId;
    this.seats = new Seats(roomId);
    this.ring = new Ring(charsOfAllRings);
  }

  public long roomId() {
    return roomId;
  }

  /** Delivers from here on; true when what came since the subscription leaves a gap. */
  synchronized boolean startAt(RoomHead head) {
    epoch = head.epoch();
    cursor = head.changeSeq();
    lastSeq = head.lastSeq();
    membersVersion = head.membersVersion();
    ring.restart(cursor);
    deliverEarly();
    return isBehind();
  }

  /**
   * Where the log stands, for somebody who {@code knew} where this feed stood when they asked: it
   * may be further by now. Another epoch or a lower head is another history, in which everybody
   * begins anew. Returns true when changes are missing here.
   */
  synchronized boolean compare(RoomHead knew, RoomHead head) {
    if (!knew.epoch().equals(epoch)) {
      return false; // it has begun anew already
    }
    if (!head.epoch().equals(epoch) || head.changeSeq() < knew.changeSeq()) {
      early.clear();
      expected = UNKNOWN;
      startAt(head);
      seats.resync(cursor, epoch);
      return false;
    }
    expected = Math.max(expected, head.changeSeq());
    return isBehind();
  }

  /** Where it stands; empty before it has started. */
  synchronized Optional<RoomHead> head() {
    return Optional.of(here()).filter(here -> cursor != UNKNOWN);
  }

  /** The change up to which everybody here was given everything. */
  synchronized long cursor() {
    return cursor;
  }

  /** Whether changes are known of that are not here. */
  synchronized boolean isBehind() {
    return cursor != UNKNOWN && cursor < expected;
  }

  /** Why changes are missing: later ones came, or only the log has them. */
  synchronized GapFill.Cause cause() {
    return early.isEmpty() ? GapFill.Cause.TAIL : GapFill.Cause.GAP;
  }

  /** Takes a frame. True when changes before it are missing and must be read unless they come. */
  synchronized boolean offer(RoomFrame frame) {
    switch (frame.kind()) {
      case MEMBERSHIP -> {}
      case REMARK, HINT -> seats.remark(frame);
      case SENT, CHANGED, DELETED -> {
        if (cursor != UNKNOWN && frame.changeSeq() == cursor + 1) {
          advance(frame);
          deliverEarly();
        } else if (frame.changeSeq() > cursor) {
          expected = Math.max(expected, frame.changeSeq());
          if (early.size() < MAX_EARLY) {
            early.put(frame.changeSeq(), frame);
          }
        }
      }
    }
    return isBehind();
  }

  /** Takes what the database has after {@link #cursor()}, or after an earlier one. */
  synchronized void take(ChangeRange range) {
    if (range.through() <= cursor || range.from() > cursor) {
      return;
    }
    List<RoomFrame> frames = new ArrayList<>(range.after(cursor));
    frames.replaceAll(frame -> frame.timedAs(early.get(frame.changeSeq())));
    boolean dense = seats.range(range, cursor, frames);
    cursor = range.through();
    lastSeq = frames.stream().mapToLong(RoomFrame::seq).reduce(lastSeq, Math::max);
    ring.addAll(frames, dense, cursor);
    deliverEarly();
  }

  /**
   * Makes room for a connection of a member in this version of the room's members. Returns whether
   * it is their first here; false also when it is here already.
   */
  public synchronized boolean expect(Connection connection, Person person, long version) {
    return seats.add(connection, person, version);
  }

  /**
   * Lets a connection in that is expected, or tells one that is in again where the room stands: it
   * gets {@code joined} and then every later change.
   */
  public synchronized void attach(Connection connection, Function<RoomHead, ServerFrame> joined) {
    seats.goLive(connection, cursor, joined.apply(here()));
  }

  /** How somebody who was here before goes on: told so already, unless it is {@code BEHIND}. */
  public enum Resumption {
    UP_TO_DATE,
    BEHIND,
    ANEW
  }

  /**
   * Like {@link #attach}, for a connection that has everything up to {@code after}. While it is
   * behind, what is new waits until {@link #replayed}.
   */
  public synchronized Resumption resume(
      Connection connection, Function<RoomHead, ServerFrame> joined, long after, String itsEpoch) {
    attach(connection, joined);
    return seats.resume(connection, after, itsEpoch, cursor, epoch);
  }

  /** What came after this change, in order, where it is still remembered. */
  public synchronized Optional<List<RoomFrame>> remembered(long after) {
    return ring.after(after);
  }

  /**
   * Gives the connection one of the changes it missed; false when it does not wait for them any
   * more.
   */
  public synchronized boolean give(Connection connection, Outgoing.Text change) {
    return seats.give(connection, change);
  }

  /** It was given everything up to {@code through}: what waited follows, or it begins anew. */
  public synchronized Resumption replayed(Connection connection, long through) {
    return seats.replayed(connection, through, cursor, epoch);
  }

  /** The connection cannot be given what it missed: it begins anew, and gets what comes. */
  public synchronized void resync(Connection connection) {
    seats.resync(connection, cursor, epoch);
  }

  /** The change up to which this connection was given everything; empty when it is not here. */
  public synchronized OptionalLong given(Connection connection) {
    return seats.given(connection, cursor);
  }

  /** Lets a connection out. Returns its person when that was their last one here. */
  public synchronized Optional<Person> detach(Connection connection) {
    return seats.remove(connection);
  }

  /** Who is here, by user id. */
  public synchronized Set<Long> people() {
    return seats.people();
  }

  /** A person's connections that were let in by this version of the members at the latest. */
  public synchronized List<Connection> connectionsOf(long userId, long version) {
    return seats.connectionsOf(userId, version);
  }

  /** Up to which version of the room's members those who are here are known to be members. */
  public synchronized long membersVersion() {
    return membersVersion;
  }

  /** All who were here when the members had this version are members. */
  public synchronized void membersChecked(long version) {
    membersVersion = Math.max(membersVersion, version);
  }

  /** Nobody is here any more. */
  synchronized void close() {
    ring.close();
  }

  private RoomHead here() {
    return new RoomHead(roomId, lastSeq, cursor, membersVersion, epoch);
  }

  private void deliverEarly() {
    while (!early.isEmpty() && early.firstKey() <= cursor + 1) {
      RoomFrame next = early.pollFirstEntry().getValue();
      if (next.changeSeq() > cursor) {
        advance(next);
      }
    }
  }

  private void advance(RoomFrame change) {
    cursor = change.changeSeq();
    lastSeq = Math.max(lastSeq, change.seq());
    seats.change(change);
    ring.add(change);
  }
}
