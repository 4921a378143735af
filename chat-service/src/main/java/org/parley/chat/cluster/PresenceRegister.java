package org.parley.chat.cluster;

import static org.parley.chat.cluster.PresenceScripts.GIVEN_UP;
import static org.parley.chat.cluster.PresenceScripts.LEASES;
import static org.parley.chat.cluster.PresenceScripts.NOTED_BY;
import static org.parley.chat.cluster.PresenceScripts.PRESENT;
import static org.parley.chat.cluster.PresenceScripts.TOLD;
import static org.parley.chat.cluster.PresenceScripts.UNSETTLED;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.parley.chat.platform.PeerSettings;

/**
 * Which people are present in which rooms through which processes, and what everybody was told of
 * it, in Redis. A process holds a lease there; once that has run out, the others end what it noted.
 *
 * <p>Whatever is news is news to one process only, which has to tell it. Everything may be repeated
 * when an answer was lost. Answers come in the order of the questions; while Redis is away they are
 * {@code UNKNOWN}.
 */
@ApplicationScoped
public class PresenceRegister {

  /** What a coming or going means for everybody else. */
  public enum Answer {
    /** Nothing: they are in the room through another process, or everybody knows. */
    NO_NEWS,
    /** It must be told, by whoever gets this answer. */
    NEWS,
    /**
     * Redis came back empty a moment ago, and others may not have noted their people again: ask
     * later.
     */
    UNSETTLED,
    /** Redis is away, or does not know this process: nothing may have been noted. */
    UNKNOWN;

    private static final List<Answer> BY_NUMBER = List.of(values());

    private static Answer of(Long number) {
      return BY_NUMBER.get(number.intValue());
    }
  }

  /** What became of this process's lease. */
  public enum Lease {
    KEPT,
    /** What this process noted may be gone: everybody who is present must be entered again. */
    NEW,
    /** Redis did not answer. */
    UNKNOWN
  }

  /**
   * Whether Redis gave this process a lease: under the name it has now, under another, or never.
   */
  private enum Had {
    NEVER,
    OTHER,
    THIS
  }

  /** For how long processes that say nothing count as alive, and a Redis as just come back. */
  record Times(Duration lease, Duration settling, Duration givenUp) {}

  /**
   * The lease: whoever stalls is back sooner, and clients of a dead instance have found another.
   * Settling: two renewals, so every process has seen that Redis is empty. Given up: no process
   * stalls so long.
   */
  private static final Times TIMES =
      new Times(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofDays(1));

  /** Presences of a dead process that are ended in one round trip. */
  private static final int CHUNK = 500;

  private static final long NO_ANSWER = -1;
  private static final long ANSWER_GIVEN_UP = 2;

  private RedisLink redis;
  private String instance;
  private Times times;

  /** This process's name in Redis; another one after it was given up. */
  private volatile String process;

  private volatile Had had = Had.NEVER;
  private volatile boolean sure;

  /** For the container's proxy. */
  protected PresenceRegister() {}

  @Inject
  PresenceRegister(RedisLink redis, PeerSettings settings) {
    this(redis, settings.instance(), TIMES);
  }

  PresenceRegister(RedisLink redis, String instance, Times times) {
    this(); // the container's proxy takes nothing
    this.redis = redis;
    this.instance = instance;
    this.times = times;
    this.process = name(instance);
  }

  /** How long a process may say nothing before others end what it noted. */
  public Duration lease() {
    return times.lease();
  }

  /** Notes that the person is present through this process. */
  public CompletionStage<Answer> enter(Presence presence) {
    return answer(PresenceScripts.ENTER, presence, bytes(presence.username()));
  }

  /** Notes that the person is not present through this process any more. */
  public CompletionStage<Answer> leave(Presence presence) {
    return answer(PresenceScripts.LEAVE, presence);
  }

  /** From now on this process is another one: what it noted is ended as that of a dead one. */
  public void beginAnew() {
    process = name(instance);
    had = had == Had.NEVER ? Had.NEVER : Had.OTHER;
    sure = false;
  }

  private static String name(String instance) {
    return instance + ":" + UUID.randomUUID();
  }

  /** Prolongs this process's lease; by one thread, several times per lease. Waits for Redis. */
  public Lease renew() {
    long answer = askToRenew();
    if (answer == ANSWER_GIVEN_UP) {
      beginAnew();
      answer = askToRenew();
    }
    if (answer == NO_ANSWER) {
      sure = false; // it may have been carried out all the same
      return Lease.UNKNOWN;
    }
    boolean kept = sure && answer == 0;
    had = Had.THIS;
    sure = true;
    return kept ? Lease.KEPT : Lease.NEW;
  }

  private long askToRenew() {
    byte[][] arguments = {
      bytes(process),
      bytes(times.lease().toMillis()),
      bytes(times.settling().toMillis()),
      bytes(had.name().toLowerCase(Locale.ROOT))
    };
    String[] keys = {LEASES, UNSETTLED, GIVEN_UP + process};
    return await(ask(PresenceScripts.RENEW, ScriptOutputType.INTEGER, keys, arguments), NO_ANSWER);
  }

  /**
   * Ends what processes noted whose lease has run out, and says of whom this is news. Waits for
   * Redis. Only for a process that renewed its own lease for as long as one lasts: while Redis was
   * away nobody could renew theirs.
   */
  public void endTheDead(Consumer<Presence> news) {
    byte[][] arguments = {bytes(GIVEN_UP), bytes(times.givenUp().toSeconds())};
    CompletionStage<List<byte[]>> dead =
        ask(PresenceScripts.GIVE_UP, ScriptOutputType.MULTI, new String[] {LEASES}, arguments);
    for (byte[] one : await(dead, List.of())) {
      end(new String(one, StandardCharsets.UTF_8), news);
    }
  }

  /** What is not reached stays noted, and the lease with it: the next round ends it. */
  private void end(String dead, Consumer<Presence> news) {
    List<Presence> noted =
        await(onRedis(commands -> commands.hgetall(NOTED_BY + dead)), Map.of()).entrySet().stream()
            .map(one -> Presence.of(one.getKey(), one.getValue()))
            .toList();
    for (int from = 0; from < noted.size(); from += CHUNK) {
      List<Presence> some = noted.subList(from, Math.min(from + CHUNK, noted.size()));
      List<CompletionStage<Long>> answers = some.stream().map(one -> end(dead, one)).toList();
      for (int i = 0; i < some.size(); i++) {
        long answer = await(answers.get(i), NO_ANSWER);
        if (answer == NO_ANSWER) {
          return;
        }
        if (answer == 1) {
          news.accept(some.get(i));
        }
      }
      String[] ended = some.stream().map(Presence::key).toArray(String[]::new);
      await(onRedis(commands -> commands.hdel(NOTED_BY + dead, ended)), NO_ANSWER);
    }
    await(onRedis(commands -> commands.zrem(LEASES, bytes(dead))), NO_ANSWER);
  }

  private CompletionStage<Long> end(String dead, Presence presence) {
    String[] keys = {PRESENT + presence.key(), TOLD + presence.key()};
    return ask(PresenceScripts.END, ScriptOutputType.INTEGER, keys, bytes(process), bytes(dead));
  }

  private CompletionStage<Answer> answer(String script, Presence presence, byte[]... more) {
    String name = process;
    String[] keys = {
      LEASES, UNSETTLED, PRESENT + presence.key(), TOLD + presence.key(), NOTED_BY + name
    };
    byte[][] arguments =
        Stream.concat(Stream.of(bytes(name), bytes(presence.key())), Stream.of(more))
            .toArray(byte[][]::new);
    return this.<Long>ask(script, ScriptOutputType.INTEGER, keys, arguments)
        .handle((number, away) -> away == null ? Answer.of(number) : Answer.UNKNOWN);
  }

  private <T> CompletionStage<T> ask(
      String script, ScriptOutputType type, String[] keys, byte[]... arguments) {
    return onRedis(commands -> commands.eval(script, type, keys, arguments));
  }

  private <T> CompletionStage<T> onRedis(
      Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
    return redis
        .commands()
        .map(connection -> command.apply(connection.async()))
        .orElseGet(
            () -> CompletableFuture.failedFuture(new IllegalStateException("not connected")));
  }

  private static <T> T await(CompletionStage<T> answer, T otherwise) {
    return answer.exceptionally(away -> otherwise).toCompletableFuture().join();
  }

  private static byte[] bytes(Object text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
