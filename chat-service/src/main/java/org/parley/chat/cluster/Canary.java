package org.parley.chat.cluster;

import static org.parley.contract.metric.Metrics.described;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Hears whether subscriptions work: a payload of our own that must come back. A connection can be
 * open and deaf, and silence alone does not tell that from quiet rooms; a deaf one is replaced.
 */
@ApplicationScoped
class Canary {

  private static final Logger LOG = System.getLogger(Canary.class.getName());

  private static final Duration EVERY = Duration.ofSeconds(5);

  /** Two canaries lost and time for a third: one alone may be lost with a reconnection. */
  private static final Duration LOST = Duration.ofSeconds(12);

  private static final byte[] CANARY = {1};

  private final String channel = "parley:canary:" + UUID.randomUUID();

  private LongSupplier nanos;
  private RedisLink redis;
  private MetricRegistry registry;
  private ManagedScheduledExecutorService scheduler;
  private Future<?> flying;
  private volatile long heardNanos;

  Canary() {} // for the container's proxy

  @Inject
  Canary(RedisLink redis, MetricRegistry registry, ManagedScheduledExecutorService scheduler) {
    this(redis, System::nanoTime);
    this.registry = registry;
    this.scheduler = scheduler;
  }

  /** With a clock of its own. */
  Canary(RedisLink redis, LongSupplier nanos) {
    this(); // the rest comes with the start
    this.nanos = nanos;
    this.redis = redis;
    this.heardNanos = nanos.getAsLong();
  }

  void start(@Observes Startup startup) {
    Gauge<Double> age = () -> silence().toMillis() / 1_000.0;
    registry.gauge(
        described(
            "redis_canary_age_seconds",
            "Since a payload that is sent through Redis every 5 s came back."),
        age,
        Gauge::getValue);
    flying = scheduler.scheduleAtFixedRate(this::fly, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  void subscribable(@Observes RedisLink.Subscribable to) {
    to.subscriptions()
        .addListener(
            new RedisPubSubAdapter<>() {
              @Override
              public void message(String from, byte[] message) {
                if (from.equals(channel)) {
                  heardNanos = nanos.getAsLong();
                }
              }
            });
    Future<Void> unused = to.subscriptions().async().subscribe(channel);
    heardNanos = nanos.getAsLong(); // the new connection has its time to prove itself
  }

  /** Whether what is published here has not come back for longer than it may take. */
  boolean isLost() {
    return silence().compareTo(LOST) > 0;
  }

  void fly() {
    try {
      if (redis.isConnected() && isLost()) {
        LOG.log(Level.WARNING, "subscriptions bring nothing any more, making them anew");
        redis.reopenSubscriptions();
      }
      redis
          .commands()
          .ifPresent(
              commands -> {
                Future<Long> unused = commands.async().publish(channel, CANARY);
              });
    } catch (RuntimeException e) {
      // The scheduler would never call again, and a deaf connection would stay.
      LOG.log(Level.WARNING, "subscriptions could not be looked after", e);
    }
  }

  Duration silence() {
    return Duration.ofNanos(nanos.getAsLong() - heardNanos);
  }

  @PreDestroy
  void stop() {
    flying.cancel(false);
  }
}
