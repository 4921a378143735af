package org.parley.chat.cluster;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
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
 * somebody here is in the room. Each payload is preceded by eight bytes that name the publishing
 * process, so that an instance skips what it already gave its own sockets.
 *
 * <p>{@code wanted} is the truth about subscriptions; after every (re)connection all of it is
 * subscribed again.
 */
@ApplicationScoped
class RedisBroadcast implements Broadcast {

  private static final String CHANNEL_PREFIX = "parley:room:";

  private final long self = ThreadLocalRandom.current().nextLong();
  private final Set<Long> wanted = ConcurrentHashMap.newKeySet();

  private RedisLink redis;
  private Canary canary;
  private ClusterMetrics metrics;

  private volatile Listener listener;
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
  public void publish(long roomId, byte[] payload, long committedNanos) {
    listener.received(roomId, payload, committedNanos);
    byte[] signed =
        ByteBuffer.allocate(Long.BYTES + payload.length).putLong(self).put(payload).array();
    redis
        .commands()
        .<CompletionStage<Long>>map(commands -> commands.async().publish(channel(roomId), signed))
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
    if (to == null || channels.length == 0) {
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

  private static String channel(long roomId) {
    return CHANNEL_PREFIX + roomId;
  }

  private static <T> CompletionStage<T> away() {
    return CompletableFuture.failedFuture(new IllegalStateException("Redis was never reached"));
  }
}
