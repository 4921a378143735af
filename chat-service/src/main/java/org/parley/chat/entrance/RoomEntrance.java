package org.parley.chat.entrance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.chat.devices.Devices;
import org.parley.chat.feed.Hub;
import org.parley.chat.feed.RoomFeed;
import org.parley.chat.feed.RoomHead;
import org.parley.chat.identity.Person;
import org.parley.chat.presence.Arrivals;
import org.parley.chat.protocol.RoomNews;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.room.People;
import org.parley.chat.room.RoomView;
import org.parley.chat.socket.Connection;
import org.parley.contract.ProblemException;

/**
 * How a socket comes into a room and leaves it, and who is told: the others in the room, on every
 * instance, when it is a person's first socket there or their last.
 */
@ApplicationScoped
public class RoomEntrance {

  /**
   * Opening a room is one Redis and one PostgreSQL round trip; after this long one of them is
   * stuck.
   */
  private static final Duration OPEN_TIMEOUT = Duration.ofSeconds(5);

  @Inject private Hub hub;
  @Inject private People people;
  @Inject private Replay replay;
  @Inject private Arrivals arrivals;
  @Inject private ResumeCounts counts;
  @Inject private Devices devices;
  @Inject private Event<Hub.MembersChanged> membersChanged;

  /**
   * Lets the connection into the room; a public room makes its person a member, unless it resumes:
   * who was removed meanwhile stays out. Where the room stands is on its way when this returns.
   * Entering again tells the connection again where the room stands.
   *
   * <p>Returns what is left to do: giving it what it missed, which goes at the reader's pace and
   * fails with {@code unavailable}, when it is not in the room any more; null when it missed
   * nothing, or so little that it has it.
   *
   * @throws ProblemException {@code not_found}, {@code not_member}, or {@code unavailable}: then it
   *     is not in the room
   */
  public @Nullable Runnable enter(
      Connection connection, Person person, long roomId, Optional<Resume> resume) {
    People.Admission admission =
        resume.isPresent() ? people.readmit(roomId, person) : people.join(roomId, person);
    if (connection.manyRooms()) {
      // A client of the original would not understand; it is sent away and comes again.
      connection.onRoomDrained(this::beginAnew);
    }
    RoomFeed feed = open(roomId);
    boolean replays = seat(feed, connection, person, admission, resume);
    if (!connection.rooms().add(roomId)) {
      hub.close(roomId); // it was in already and keeps its one place
    }
    if (admission.isNew() && feed.membersVersion() == admission.membersVersion() - 1) {
      // What changed is that this one came: whoever was here is a member as before.
      feed.membersChecked(admission.membersVersion());
    } else if (feed.membersVersion() > admission.membersVersion()) {
      // Others were looked at since this one was let in: it is looked at now.
      membersChanged.fire(new Hub.MembersChanged(roomId));
    }
    if (connection.isGone()) {
      leave(connection, roomId); // it closed while it came in
      return null;
    }
    if (admission.isNew()) {
      devices.tell(person.id(), new RoomNews.RoomAdded(roomId)); // the others: this one is in
    }
    long after = resume.map(Resume::after).orElse(0L);
    return !replays || replay.atOnce(feed, connection, after)
        ? null
        : () -> replay(feed, connection, after);
  }

  /** Whether what it missed must be replayed. */
  private boolean seat(
      RoomFeed feed,
      Connection connection,
      Person person,
      People.Admission admission,
      Optional<Resume> resume) {
    Function<RoomHead, ServerFrame> joined = head -> joined(admission.room(), head);
    try {
      arrivals.arrive(feed, connection, person, admission.membersVersion());
      if (resume.isPresent()) {
        return counts.resumed(
            feed.resume(connection, joined, resume.get().after(), resume.get().epoch()));
      }
      feed.attach(connection, joined);
      return false;
    } catch (RuntimeException e) {
      if (!connection.rooms().contains(feed.roomId())) {
        arrivals.depart(feed, connection);
      }
      hub.close(feed.roomId());
      throw e;
    }
  }

  private void replay(RoomFeed feed, Connection connection, long after) {
    try {
      replay.run(feed, connection, after);
    } catch (InterruptedException e) {
      leave(connection, feed.roomId());
      Thread.currentThread().interrupt();
      throw ProblemException.unavailable("The server is stopping.", Duration.ofSeconds(1), e);
    } catch (RuntimeException e) {
      // Half a replay is a hole: the connection comes again, from its cursor.
      leave(connection, feed.roomId());
      throw e;
    }
  }

  /** Lets the socket out of the room. Returns false when it was not in it. */
  public boolean leave(Connection connection, long roomId) {
    if (!connection.rooms().remove(roomId)) {
      return false;
    }
    hub.find(roomId).ifPresent(feed -> arrivals.depart(feed, connection));
    hub.close(roomId);
    return true;
  }

  /** Lets the socket out of every room. */
  public void leaveAll(Connection connection) {
    connection.rooms().forEach(roomId -> leave(connection, roomId));
  }

  /** What overflowed has been written: the reader begins the room anew. */
  private void beginAnew(Connection connection, long roomId) {
    hub.find(roomId).ifPresent(feed -> feed.resync(connection));
  }

  /** By room id, the change up to which this connection was given everything. */
  public Map<Long, Long> heads(Connection connection) {
    Map<Long, Long> heads = new TreeMap<>();
    connection
        .rooms()
        .forEach(
            id ->
                hub.find(id)
                    .ifPresent(
                        feed -> feed.given(connection).ifPresent(head -> heads.put(id, head))));
    return heads;
  }

  private RoomFeed open(long roomId) {
    try {
      return hub.open(roomId).get(OPEN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      hub.close(roomId);
      throw ProblemException.unavailable(
          "The room cannot be opened right now.", Duration.ofSeconds(1), e);
    } catch (InterruptedException e) {
      hub.close(roomId);
      Thread.currentThread().interrupt();
      throw ProblemException.unavailable("The server is stopping.", Duration.ofSeconds(1), e);
    }
  }

  private static ServerFrame joined(RoomView room, RoomHead head) {
    return new ServerFrame.RoomJoined(
        room.id(), room, head.lastSeq(), head.changeSeq(), head.epoch());
  }
}
