package org.parley.chat.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.chat.cluster.PresenceScripts.LEASES;
import static org.parley.chat.cluster.PresenceScripts.UNSETTLED;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.concurrent.TimeUnit;
import org.parley.chat.platform.PeerSettings;
import org.parley.contract.it.RedisForTests;

/** What a test does to Redis past the instances. */
final class RedisState implements AutoCloseable {

  private static final long LIMIT_SECONDS = 60;

  private static final String RUN_OUT =
      "return redis.call('ZCOUNT', KEYS[1], '-inf', redis.call('TIME')[1] * 1000)";

  private final RedisClient client;
  private final RedisCommands<String, String> commands;

  private RedisState(RedisClient client) {
    this.client = client;
    this.commands = client.connect().sync();
  }

  /** How an instance finds it. */
  static PeerSettings.Redis settings(RedisForTests redis) {
    return new PeerSettings.Redis(redis.url(), null, null, null);
  }

  static RedisState of(RedisForTests redis) {
    return new RedisState(RedisClient.create(redis.url()));
  }

  /** Returns when a lease has run out, by Redis's clock. */
  void awaitEndOfLease() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (commands.<Long>eval(RUN_OUT, ScriptOutputType.INTEGER, LEASES) == 0) {
      assertThat(System.nanoTime()).as("a lease runs out").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /** Redis is as empty as after a restart. */
  void forgetEverything() {
    commands.flushall();
  }

  /** Redis has been known to be empty for long enough. */
  void settle() {
    assertThat(commands.del(UNSETTLED)).as("was unsettled").isEqualTo(1);
  }

  @Override
  public void close() {
    client.shutdown();
  }
}
