package org.parley.chat.cluster;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.parley.chat.platform.PeerSettings;

/**
 * The two connections to Redis, one for commands and one for subscriptions. Opened in the
 * background, so that an instance starts without Redis; once open, Lettuce reconnects by itself.
 * While Redis is away commands fail at once instead of queueing.
 */
@ApplicationScoped
class RedisLink {

  /** Fired when the connection for subscriptions is open, and again when it was replaced. */
  record Subscribable(StatefulRedisPubSubConnection<String, byte[]> subscriptions) {}

  private static final Logger LOG = System.getLogger(RedisLink.class.getName());
  private static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

  /** A local round trip takes well under a millisecond; after a second Redis counts as away. */
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  /** Commands under way at once. More means Redis is stuck: fail, the database has everything. */
  private static final int MAX_PENDING = 10_000;

  /** How long after a lost connection the next is tried, doubled up to {@link #RETRY}. */
  private static final Duration FIRST_RETRY = Duration.ofMillis(100);

  /** A Redis that is back should not have to wait for us. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  /** What is published while the thread is busy leaves in one write, as all of a batch does. */
  private static final class OneWrite implements NettyCustomizer {
    @Override
    public void afterChannelInitialized(Channel channel) {
      channel
          .pipeline()
          .addFirst(
              new FlushConsolidationHandler(
                  FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES, true));
    }
  }

  private PeerSettings settings;
  private Event<Subscribable> subscribable;

  private ManagedScheduledExecutorService scheduler;

  private ClientResources resources;
  private RedisClient client;
  private volatile @Nullable StatefulRedisConnection<String, byte[]> commands;
  private volatile @Nullable StatefulRedisPubSubConnection<String, byte[]> subscriptions;
  private volatile @Nullable Future<?> nextTry;
  private volatile boolean stopping;

  /** Why Redis could not be used last; each reason is told once. */
  private volatile @Nullable String told;

  RedisLink() {} // for the container's proxy

  @Inject
  RedisLink(
      PeerSettings settings,
      Event<Subscribable> subscribable,
      ManagedScheduledExecutorService scheduler) {
    this(); // the rest comes with the start
    this.settings = settings;
    this.subscribable = subscribable;
    this.scheduler = scheduler;
  }

  void start(@Observes Startup startup) {
    RedisURI address = RedisAddress.of(settings.redis());
    resources =
        ClientResources.builder()
            .reconnectDelay(Delay.exponential(FIRST_RETRY, RETRY, 2, TimeUnit.MILLISECONDS))
            .nettyCustomizer(new OneWrite())
            .build();
    client = RedisClient.create(resources, address);
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .requestQueueSize(MAX_PENDING)
            .socketOptions(SocketOptions.builder().connectTimeout(TIMEOUT).keepAlive(true).build())
            .timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
            .sslOptions(RedisAddress.trust(settings.redis()))
            // Asked for by CLIENT, which our user need not be allowed, and told by no free Redis.
            .maintNotificationsConfig(MaintNotificationsConfig.disabled())
            .build());
    nextTry = scheduler.submit(this::open);
  }

  private void open() {
    if (stopping) {
      return;
    }
    try {
      if (commands == null) {
        commands = client.connect(CODEC);
      }
      StatefulRedisPubSubConnection<String, byte[]> fresh = client.connectPubSub(CODEC);
      subscriptions = fresh;
      subscribable.fire(new Subscribable(fresh));
      told = null;
      LOG.log(Level.INFO, "connected to Redis");
    } catch (RuntimeException e) {
      closeSubscriptions();
      tell(RedisAddress.failureSentence(e));
      nextTry = scheduler.schedule(this::open, RETRY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void tell(String why) {
    if (!why.equals(told)) {
      told = why;
      LOG.log(Level.WARNING, "Redis cannot be used, trying again every second: {0}", why);
    }
  }

  /** The command connection, once there is one. It may be disconnected at the moment. */
  Optional<StatefulRedisConnection<String, byte[]>> commands() {
    return Optional.ofNullable(commands);
  }

  /** Whether both connections are open, as far as this end knows. */
  boolean isConnected() {
    StatefulRedisConnection<String, byte[]> forCommands = commands;
    StatefulRedisPubSubConnection<String, byte[]> forSubscriptions = subscriptions;
    return forCommands != null
        && forCommands.isOpen()
        && forSubscriptions != null
        && forSubscriptions.isOpen();
  }

  /** Replaces the connection for subscriptions: it is open and brings nothing. */
  void reopenSubscriptions() {
    closeSubscriptions();
    nextTry = scheduler.submit(this::open);
  }

  private void closeSubscriptions() {
    StatefulRedisPubSubConnection<String, byte[]> old = subscriptions;
    subscriptions = null;
    if (old != null) {
      old.closeAsync().exceptionally(alreadyClosed -> null);
    }
  }

  @PreDestroy
  void stop() {
    stopping = true;
    if (nextTry != null) {
      nextTry.cancel(false);
    }
    if (client != null) {
      client.shutdown(Duration.ZERO, TIMEOUT);
      Future<Boolean> unused = resources.shutdown(0, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
