package org.parley.chat.cluster;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * {@link Broadcast} on Redis Pub/Sub: channel {@code parley:room:<id>}, subscribed only while
 * somebody here is in the room, and {@code parley:people}, always. Each payload is preceded by
 * eight bytes that name the publishing process, so that an instance skips what it already gave its
 * own sockets; one for a person by eight more, their id.
 *
 * <p>{@code wanted} is the truth about subscriptions; after every (re)connection all of it is
 * subscribed again.
 */
@ApplicationScoped
class RedisBroadcast implements Broadcast {

  private static final Logger LOG = System.getLogger(RedisBroadcast.class.getName());

  private static final String CHANNEL_PREFIX = "parley:room:";

  /** One for all: a channel per person would be subscribed and left with every socket. */
  private static final String PEOPLE = "parley:people";

  private final long self = ThreadLocalRandom.current().nextLong();
  private final Set<Long> wanted = ConcurrentHashMap.newKeySet();

  private RedisLink redis;
  private Canary canary;
  private ClusterMetrics metrics;

  private volatile Listener listener;
  private volatile @Nullable PeopleListener peopleListener;
  private volatile @Nullable StatefulRedisPubSubConnection<String, byte[]> subscriptions;

  RedisBroadcast() {} // for the container's proxy

  @Inject
  RedisBroadcast(RedisLink redis, Canary canary, ClusterMetrics metrics) {
    this(); // the rest comes with the start
    this.redis = redis;
    this.canary = canary;
    this.metrics = metrics;
  }

  void subscribable(@Observes RedisLink.Subscribable to) {
    StatefulRedisPubSubConnection<String, byte[]> open = to.subscriptions();
    subscriptions = open;
    open.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(String channel, byte[] message) {
            if (channel.startsWith(CHANNEL_PREFIX)) {
              arrived(channel, message);
            } else if (channel.equals(PEOPLE)) {
              arrivedFor(message);
            }
          }
        });
    open.addListener(
        new RedisConnectionStateListener() {
          @Override
          public void onRedisConnected(
              RedisChannelHandler<?, ?> connection, SocketAddress address) {
            resubscribe();
          }
        });
    resubscribe();
  }

  @Override
  public void listen(Listener only) {
    listener = only;
  }

  @Override
  public void listenForPeople(PeopleListener only) {
    peopleListener = only;
  }

  @Override
  public void publish(long roomId, byte[] payload, long committedNanos) {
    listener.received(roomId, payload, committedNanos);
    toOthers(
        channel(roomId),
        ByteBuffer.allocate(Long.BYTES + payload.length).putLong(self).put(payload).array());
  }

  @Override
  public void publishTo(long userId, byte[] payload) {
    give(userId, ByteBuffer.wrap(payload));
    toOthers(
        PEOPLE,
        ByteBuffer.allocate(2 * Long.BYTES + payload.length)
            .putLong(self)
            .putLong(userId)
            .put(payload)
            .array());
  }

  private void toOthers(String channel, byte[] signed) {
    redis
        .commands()
        .<CompletionStage<Long>>map(commands -> commands.async().publish(channel, signed))
        .orElseGet(RedisBroadcast::away)
        .whenComplete(
            (receivers, failure) -> {
              if (failure != null) {
                metrics.publishFailed();
              }
            });
  }

  @Override
  public CompletionStage<Void> subscribe(long roomId) {
    wanted.add(roomId);
    StatefulRedisPubSubConnection<String, byte[]> to = subscriptions;
    return to == null ? away() : to.async().subscribe(channel(roomId));
  }

  @Override
  public boolean isAway() {
    return !redis.isConnected() || canary.isLost();
  }

  @Override
  public void unsubscribe(long roomId) {
    wanted.remove(roomId);
    StatefulRedisPubSubConnection<String, byte[]> from = subscriptions;
    if (from != null) {
      // What still arrives after a failure is for a room nobody here is in, and dropped.
      Future<Void> unused = from.async().unsubscribe(channel(roomId));
    }
  }

  private void resubscribe() {
    String[] channels = wanted.stream().map(RedisBroadcast::channel).toArray(String[]::new);
    StatefulRedisPubSubConnection<String, byte[]> to = subscriptions;
    if (to == null) {
      return;
    }
    // By itself: a user of Redis that may not yet do this still hears of rooms.
    to.async().subscribe(PEOPLE).exceptionally(RedisBroadcast::deafForPeople);
    if (channels.length == 0) {
      return;
    }
    to.async()
        .subscribe(channels)
        .thenRun(
            () -> {
              if (listener != null) {
                listener.resubscribed();
              }
            });
  }

  private void arrived(String channel, byte[] signed) {
    ByteBuffer in = ByteBuffer.wrap(signed);
    if (signed.length < Long.BYTES || in.getLong() == self) {
      return;
    }
    byte[] payload = new byte[in.remaining()];
    in.get(payload);
    listener.received(
        Long.parseLong(channel, CHANNEL_PREFIX.length(), channel.length(), 10), payload, 0);
  }

  private void arrivedFor(byte[] signed) {
    ByteBuffer in = ByteBuffer.wrap(signed);
    if (signed.length >= 2 * Long.BYTES && in.getLong() != self) {
      give(in.getLong(), in);
    }
  }

  private void give(long userId, ByteBuffer payload) {
    PeopleListener told = peopleListener;
    if (told != null) {
      told.receivedFor(userId, payload);
    }
  }

  private static @Nullable Void deafForPeople(Throwable failure) {
    LOG.log(
        Level.WARNING,
        "what other instances say to people is not heard, {0} could not be subscribed: {1}",
        PEOPLE,
        failure.getMessage());
    return null;
  }

  private static String channel(long roomId) {
    return CHANNEL_PREFIX + roomId;
  }

  private static <T> CompletionStage<T> away() {
    return CompletableFuture.failedFuture(new IllegalStateException("Redis was never reached"));
  }
}
