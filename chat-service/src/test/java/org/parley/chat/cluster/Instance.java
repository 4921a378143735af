package org.parley.chat.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Startup;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.chat.cluster.PresenceRegister.Times;
import org.parley.chat.platform.PeerSettings;
import org.parley.contract.it.RedisForTests;

/** What one chat instance has of this package, put together as the container does, on a Redis. */
final class Instance implements AutoCloseable {

  /** Lettuce tries again after up to 30 s. */
  private static final long LIMIT_SECONDS = 60;

  /** Stack traces of connections that a test cuts on purpose. Held, or their level is forgotten. */
  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("io.lettuce"), Logger.getLogger("io.netty"));

  static {
    QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
  }

  /** A payload as a listener heard it, of a room or for a person. */
  record Heard(long whose, String payload) {}

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

  /** One permit for each announcement that subscriptions are back, or each publish that failed. */
  private final Semaphore resubscriptions = new Semaphore(0);

  private final Semaphore failures = new Semaphore(0);

  final RedisBroadcast broadcast;
  final PresenceRegister presence;
  final RedisBuckets buckets;
  private final RedisLink link;
  private final Canary canary;
  private final AtomicLong now = new AtomicLong();
  private volatile StatefulRedisPubSubConnection<String, byte[]> subscriptions;
  private final CountDownLatch opened = new CountDownLatch(1);
  private final ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor();

  /** As in production; no test waits for any of it. */
  private static final Times LASTING =
      new Times(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(10));

  /** Run out before a test has become impatient, and not between two of its steps. */
  static final Times SHORT =
      new Times(Duration.ofSeconds(2), Duration.ofMinutes(10), Duration.ofMinutes(10));

  private Instance(PeerSettings.Redis redis, String name, Times times) {
    PeerSettings.UserService nobody = new PeerSettings.UserService("localhost:1", null, null, null);
    PeerSettings settings = new PeerSettings(name, redis, nobody, "credential", false);
    link =
        new RedisLink(
            settings,
            event(),
            // Whatever is asked of the managed one, this one knows.
            proxy(
                ManagedScheduledExecutorService.class,
                (self, method, arguments) -> method.invoke(threads, arguments)));
    canary = new Canary(link, now::get);
    broadcast =
        new RedisBroadcast(
            link,
            canary,
            new ClusterMetrics() {
              @Override
              void publishFailed() {
                failures.release();
              }
            });
    presence = new PresenceRegister(link, name, times);
    buckets = new RedisBuckets(link);
    broadcast.listenForPeople(
        (userId, payload) ->
            heard.add(new Heard(userId, StandardCharsets.UTF_8.decode(payload).toString())));
    broadcast.listen(
        new Broadcast.Listener() {
          @Override
          public void received(long roomId, byte[] payload, long committedNanos) {
            heard.add(new Heard(roomId, new String(payload, StandardCharsets.UTF_8)));
          }

          @Override
          public void resubscribed() {
            resubscriptions.release();
          }
        });
  }

  /** One that looks for its Redis and may not have found it yet. */
  static Instance starting(RedisForTests redis, String name) {
    return starting(RedisState.settings(redis), name, LASTING);
  }

  /** The same as settings say. */
  static Instance starting(PeerSettings.Redis redis, String name, Times times) {
    Instance instance = new Instance(redis, name, times);
    instance.link.start(new Startup());
    return instance;
  }

  /** One that is connected, whose lease is short. */
  static Instance mortal(RedisForTests redis, String name) throws Exception {
    return starting(RedisState.settings(redis), name, SHORT).awaitConnected();
  }

  /** One that is connected. */
  static Instance connected(RedisForTests redis, String name) throws Exception {
    return starting(redis, name).awaitConnected();
  }

  Instance awaitConnected() throws InterruptedException {
    assertThat(opened.await(LIMIT_SECONDS, TimeUnit.SECONDS)).as("connected").isTrue();
    return this;
  }

  void publish(long room, String payload) {
    broadcast.publish(room, payload.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns when the subscription is confirmed. */
  void subscribe(long room) throws Exception {
    broadcast.subscribe(room).toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  Heard next() throws InterruptedException {
    Heard next = heard.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    assertThat(next).as("a payload").isNotNull();
    return next;
  }

  void assertNothingElse() {
    assertThat(heard).isEmpty();
  }

  void awaitResubscribed() throws InterruptedException {
    assertThat(resubscriptions.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS))
        .as("resubscribed")
        .isTrue();
  }

  /** How many publishes have failed that nobody waited for. */
  int failures() {
    return failures.availablePermits();
  }

  /** Returns when this many publishes more have failed. */
  void awaitFailures(int count) throws InterruptedException {
    assertThat(failures.tryAcquire(count, LIMIT_SECONDS, TimeUnit.SECONDS))
        .as("%s failures", count)
        .isTrue();
  }

  /** Opens as soon as the connection that publishes has noticed that Redis is gone. */
  CountDownLatch disconnection() {
    CountDownLatch noticed = new CountDownLatch(1);
    link.commands()
        .orElseThrow()
        .addListener(
            new RedisConnectionStateListener() {
              @Override
              public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
                noticed.countDown();
              }
            });
    return noticed;
  }

  /** The connection stays open and hears nothing any more, as after a fault nobody noticed. */
  void deafen() {
    subscriptions.sync().unsubscribe();
  }

  void flyCanary() {
    canary.fly();
  }

  /** Returns when a canary has come back since time last passed. */
  void awaitCanary() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (canary.silence().isPositive()) {
      assertThat(System.nanoTime()).as("a canary").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /** Returns when both connections are open again, each of which comes back by itself. */
  void awaitBack() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (broadcast.isAway()) {
      assertThat(System.nanoTime()).as("back").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  void passSeconds(long seconds) {
    now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  /** From now on, longer than any test, Redis takes what is asked and answers nobody. */
  void makeRedisHang() {
    link.commands().orElseThrow().sync().clientPause(TimeUnit.MINUTES.toMillis(10));
  }

  @Override
  public void close() {
    link.stop();
    threads.shutdownNow();
  }

  @SuppressWarnings("unchecked")
  private Event<RedisLink.Subscribable> event() {
    return proxy(
        Event.class,
        (self, method, arguments) -> {
          subscriptions = ((RedisLink.Subscribable) arguments[0]).subscriptions();
          canary.subscribable((RedisLink.Subscribable) arguments[0]);
          broadcast.subscribable((RedisLink.Subscribable) arguments[0]);
          opened.countDown();
          return null;
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler answers) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
  }
}
