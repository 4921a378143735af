package org.parley.chat.feed;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.message.Messages;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.room.Rooms;

/**
 * The rooms that have somebody on this instance, each with its feed and its subscription.
 *
 * <p>{@code ConcurrentHashMap.compute} runs at most once at a time per key, so opening and closing
 * a room never overlap, and a room's subscribe and unsubscribe go out in that order. Nothing waits
 * for Redis or PostgreSQL inside it.
 */
@ApplicationScoped
class Hub implements Broadcast.Listener {

  private static final Logger LOG = System.getLogger(Hub.class.getName());

  private final Map<Long, OpenRoom> rooms = new ConcurrentHashMap<>();

  @Inject private Broadcast broadcast;
  @Inject private Rooms heads;
  @Inject private Messages messages;

  @Resource private ManagedExecutorService executor;

  void listen(@Observes Startup startup) {
    broadcast.listen(this);
  }

  /**
   * Opens the room for one more socket. The stage ends when the room's subscription was confirmed
   * (or Redis is away) and its feed knows where it stands. Whatever the outcome, {@link #close}
   * must follow once.
   */
  CompletableFuture<RoomFeed> open(long roomId) {
    return rooms
        .compute(roomId, (id, known) -> (known == null ? start(id) : known).oneMore())
        .ready();
  }

  /** One socket less in the room. */
  void close(long roomId) {
    rooms.computeIfPresent(
        roomId,
        (id, room) -> {
          if (!room.oneLess()) {
            return room;
          }
          broadcast.unsubscribe(id);
          return null;
        });
  }

  /** The feed of a room that is open here. */
  Optional<RoomFeed> find(long roomId) {
    return Optional.ofNullable(rooms.get(roomId)).map(OpenRoom::feed);
  }

  @Override
  public void received(long roomId, byte[] payload) {
    OpenRoom room = rooms.get(roomId);
    if (room != null && room.feed().offer(RoomFrame.fromBytes(payload))) {
      room.fill();
    }
  }

  @Override
  public void resubscribed() {
    LOG.log(Level.INFO, "subscribed again to {0} rooms, looking for what was missed", rooms.size());
    rooms.values().forEach(OpenRoom::fill);
  }

  private OpenRoom start(long roomId) {
    RoomFeed feed = new RoomFeed(roomId);
    OpenRoom room = new OpenRoom(feed, new GapFill(feed, messages, executor));
    room.startAt(
        broadcast
            .subscribe(roomId)
            // Without Redis the room opens all the same; its subscription follows when Redis is
            // back.
            .handle((subscribed, away) -> roomId)
            .thenApplyAsync(id -> new RoomFeed.Start(heads.head(id), messages.epoch()), executor));
    return room;
  }
}
