package org.parley.chat.presence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.identity.Person;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.protocol.RoomNews;

/**
 * Tells the others in a room, on every instance, that somebody writes there: as often as clients
 * need to keep showing it, however often they are told. Lossy, and never asked for. Thread-safe.
 */
@ApplicationScoped
public class Typing {

  /**
   * Half of what receivers show it for. Per instance: somebody who writes on two devices at once is
   * told of twice.
   */
  static final Duration PACE = Duration.ofSeconds(3);

  /** Nobody writes in more rooms at once; beyond this the oldest are told of again. */
  private static final int MAX_REMEMBERED = 100_000;

  private record Key(long roomId, long userId) {}

  private Broadcast broadcast;
  private Cache<Key, Boolean> told;

  Typing() {} // for the container's proxy

  @Inject
  Typing(Broadcast broadcast) {
    this(broadcast, Ticker.systemTicker());
  }

  Typing(Broadcast broadcast, Ticker clock) {
    this(); // the container's proxy takes nothing
    this.broadcast = broadcast;
    this.told =
        Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterWrite(PACE)
            .ticker(clock)
            .build();
  }

  /** Somebody who is in the room writes. Never waits. */
  public void writes(Person person, long roomId) {
    if (told.asMap().putIfAbsent(new Key(roomId, person.id()), Boolean.TRUE) == null) {
      RoomNews.UserTyping typing = new RoomNews.UserTyping(roomId, person.id(), person.username());
      broadcast.publish(roomId, RoomFrame.hintAbout(person.id(), typing).toBytes());
    }
  }
}
