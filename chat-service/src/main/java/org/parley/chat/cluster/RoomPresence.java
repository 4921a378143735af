package org.parley.chat.cluster;

import io.lettuce.core.ScriptOutputType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.chat.platform.PeerSettings;

/**
 * On which instances a person is present in a room: a Redis set of instance names per room and
 * person. Answers come in the order of the questions. While Redis is away each instance knows only
 * itself, and says so by answering yes.
 */
@ApplicationScoped
public class RoomPresence {

  /** Adds this instance; 1 when the person was on none before. */
  private static final String ARRIVE =
      "redis.call('SADD', KEYS[1], ARGV[1]) return redis.call('SCARD', KEYS[1]) == 1 and 1 or 0";

  /** Removes this instance; 1 when the person is on none any more. */
  private static final String LEAVE =
      "redis.call('SREM', KEYS[1], ARGV[1]) return redis.call('SCARD', KEYS[1]) == 0 and 1 or 0";

  private RedisLink redis;
  private PeerSettings settings;

  RoomPresence() {} // for the container's proxy

  @Inject
  RoomPresence(RedisLink redis, PeerSettings settings) {
    this.redis = redis;
    this.settings = settings;
  }

  /**
   * This instance's first socket of the person came into the room; true when it is the first
   * anywhere.
   */
  public CompletionStage<Boolean> arrived(long roomId, long userId) {
    return ask(ARRIVE, roomId, userId);
  }

  /**
   * This instance's last socket of the person left the room; true when it was the last anywhere.
   */
  public CompletionStage<Boolean> left(long roomId, long userId) {
    return ask(LEAVE, roomId, userId);
  }

  private CompletionStage<Boolean> ask(String script, long roomId, long userId) {
    String[] keys = {"parley:present:" + roomId + ":" + userId};
    byte[] instance = settings.instance().getBytes(StandardCharsets.UTF_8);
    return redis
        .commands()
        .<CompletionStage<Long>>map(
            commands -> commands.async().eval(script, ScriptOutputType.INTEGER, keys, instance))
        .orElseGet(() -> CompletableFuture.completedFuture(1L))
        .handle((answer, failure) -> failure != null || answer == 1L);
  }
}
