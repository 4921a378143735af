package org.parley.chat.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.cluster.RoomPresence;
import org.parley.chat.identity.Person;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.room.RoomView;
import org.parley.chat.room.Rooms;
import org.parley.chat.socket.Connection;
import org.parley.contract.ProblemException;

/**
 * How a socket comes into a room and leaves it, and who is told: the others in the room, on every
 * instance, when it is a person's first socket there or their last.
 */
@ApplicationScoped
public class RoomEntrance {

  /**
   * Opening a room is one Redis and two PostgreSQL round trips; after this long one of them is
   * stuck.
   */
  private static final Duration OPEN_TIMEOUT = Duration.ofSeconds(5);

  @Inject private Hub hub;
  @Inject private Rooms rooms;
  @Inject private Replay replay;
  @Inject private RoomPresence presence;
  @Inject private Broadcast broadcast;

  /**
   * Lets the connection into the room; a public room makes its person a member. Where the room
   * stands, and with a cursor what was missed, is on its way when this returns; a replay goes at
   * the reader's pace. Entering again tells the connection again where the room stands.
   *
   * @throws ProblemException {@code not_found}, or {@code unavailable}: then it is not in the room
   */
  public void enter(Connection connection, Person person, long roomId, Optional<Resume> resume) {
    RoomView room = rooms.join(roomId, person);
    RoomFeed feed = open(roomId);
    RoomFeed.Attached attached;
    // Under the feed's monitor, so that Redis hears of coming and going in the order in which they
    // happened.
    synchronized (feed) {
      attached =
          feed.attach(
              connection,
              person,
              (lastSeq, head, epoch) -> joined(room, lastSeq, head, epoch),
              resume);
      if (attached.first()) {
        announceArrival(roomId, person);
      }
    }
    if (!connection.rooms().add(roomId)) {
      hub.close(roomId); // it was in already and keeps its one place
    }
    if (attached.replay()) {
      replay(feed, connection, resume.orElseThrow().after());
    }
    if (connection.isGone()) {
      leave(connection, roomId); // it closed while it came in
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

  /** Lets the socket out of the room. Does nothing when it is not in it. */
  public void leave(Connection connection, long roomId) {
    if (!connection.rooms().remove(roomId)) {
      return;
    }
    hub.find(roomId)
        .ifPresent(
            feed -> {
              synchronized (feed) {
                feed.detach(connection).ifPresent(person -> announceDeparture(roomId, person));
              }
            });
    hub.close(roomId);
  }

  /** Lets the socket out of every room. */
  public void leaveAll(Connection connection) {
    connection.rooms().forEach(roomId -> leave(connection, roomId));
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

  private static ServerFrame joined(RoomView room, long lastSeq, long head, String epoch) {
    return new ServerFrame.RoomJoined(room.id(), room, lastSeq, head, epoch);
  }

  private void announceArrival(long roomId, Person person) {
    ServerFrame frame = new ServerFrame.UserJoined(person.username(), person.id(), roomId);
    presence
        .arrived(roomId, person.id())
        .thenAccept(firstAnywhere -> tellOthersIf(firstAnywhere, roomId, person, frame));
  }

  private void announceDeparture(long roomId, Person person) {
    ServerFrame frame = new ServerFrame.UserLeft(person.username(), person.id(), roomId);
    presence
        .left(roomId, person.id())
        .thenAccept(lastAnywhere -> tellOthersIf(lastAnywhere, roomId, person, frame));
  }

  private void tellOthersIf(boolean news, long roomId, Person person, ServerFrame frame) {
    if (news) {
      broadcast.publish(roomId, RoomFrame.about(person.id(), frame).toBytes());
    }
  }
}
