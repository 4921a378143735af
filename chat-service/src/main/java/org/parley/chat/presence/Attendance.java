package org.parley.chat.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.chat.cluster.Presence;
import org.parley.chat.cluster.PresenceRegister;
import org.parley.chat.cluster.PresenceRegister.Answer;

/**
 * Who is present through this instance, and whether Redis knows. What it could not be told is told
 * later, and only then the others are: nobody seems to leave because Redis is away, nor to come
 * because it is back and empty. Thread-safe.
 */
@ApplicationScoped
class Attendance {

  /** Who went while Redis was away; beyond this the others find out by this instance's lease. */
  static final int MAX_UNRESOLVED = 100_000;

  /** Asked of Redis at once; a tenth of what may be under way there. */
  private static final int CHUNK = 1_000;

  private record Key(long roomId, long userId) {
    static Key of(Presence presence) {
      return new Key(presence.roomId(), presence.userId());
    }
  }

  /** A question to Redis, and who is to be told what is news. */
  private record Asked(Presence presence, CompletionStage<Answer> answer, Consumer<Presence> tell) {

    /** Waits; false when Redis does not answer. */
    boolean settle() {
      Answer got = answer.toCompletableFuture().join();
      if (got == Answer.NEWS) {
        tell.accept(presence);
      }
      return got != Answer.UNKNOWN;
    }
  }

  private final Map<Key, Standing> standings = new ConcurrentHashMap<>();

  private PresenceRegister register;

  private volatile boolean inTouch;
  private volatile boolean leavesToOthers;

  Attendance() {} // for the container's proxy

  @Inject
  Attendance(PresenceRegister register) {
    this(); // the container's proxy takes nothing
    this.register = register;
  }

  /**
   * The person's first socket here. The stage ends when Redis knows, or cannot; with whether the
   * others must be told that they came.
   */
  CompletionStage<Boolean> came(Presence presence) {
    while (true) {
      Standing standing =
          standings.computeIfAbsent(Key.of(presence), absent -> new Standing(presence));
      synchronized (standing) {
        if (!standing.isOver()) {
          standing.isNow(true);
          return enter(standing).thenApply(Answer.NEWS::equals);
        }
      }
    }
  }

  /** Their last socket here. The stage ends with whether the others must be told that they went. */
  CompletionStage<Boolean> went(Presence presence) {
    Standing standing = standings.get(Key.of(presence));
    if (standing == null || leavesToOthers) {
      forget(standing);
      return CompletableFuture.completedStage(false);
    }
    synchronized (standing) {
      standing.isNow(false);
      return leave(standing).thenApply(Answer.NEWS::equals);
    }
  }

  /** Whether Redis answered when it was last asked; while it does not, nobody waits for it. */
  void inTouch(boolean now) {
    inTouch = now;
  }

  /** Redis may know nothing of this process any more. */
  void forgotten() {
    for (Standing standing : standings.values()) {
      synchronized (standing) {
        standing.forgotten();
      }
    }
  }

  /**
   * Tells Redis what it was not told yet, and the others what is news. Waits for Redis; returns
   * false as soon as it does not answer.
   */
  boolean resolve(Consumer<Presence> came, Consumer<Presence> went) {
    List<Asked> asked = new ArrayList<>();
    for (Standing standing : standings.values()) {
      synchronized (standing) {
        if (standing.isUnresolved()) {
          standing.askAgain();
          asked.add(
              standing.isHere()
                  ? new Asked(standing.presence(), enter(standing), came)
                  : new Asked(standing.presence(), leave(standing), went));
        }
      }
      if (asked.size() == CHUNK) {
        if (!settle(asked)) {
          return false;
        }
        asked.clear();
      }
    }
    return settle(asked);
  }

  /** While Redis is away, so that who went does not fill the memory. */
  void boundUnresolved() {
    List<Standing> gone = standings.values().stream().filter(Attendance::isGone).toList();
    if (gone.size() > MAX_UNRESOLVED) {
      register.beginAnew();
      gone.forEach(this::forgetIfGone);
    }
  }

  /** From now on whoever goes is left to the others: most of them come back there at once. */
  void leaveAllToOthers() {
    leavesToOthers = true;
  }

  private static boolean settle(List<Asked> asked) {
    boolean all = true;
    for (Asked one : asked) {
      all &= one.settle();
    }
    return all;
  }

  private static boolean isGone(Standing standing) {
    synchronized (standing) {
      return standing.isUnresolved() && !standing.isHere();
    }
  }

  private void forgetIfGone(Standing standing) {
    synchronized (standing) {
      if (isGone(standing)) {
        forget(standing);
      }
    }
  }

  private void forget(@Nullable Standing standing) {
    if (standing != null) {
      synchronized (standing) {
        standing.leaveToOthers();
        standings.remove(Key.of(standing.presence()), standing);
      }
    }
  }

  private CompletionStage<Answer> enter(Standing standing) {
    return (inTouch ? register.enter(standing.presence()) : unknown())
        .thenApply(
            answer -> {
              synchronized (standing) {
                standing.entered(answer);
              }
              return answer;
            });
  }

  private CompletionStage<Answer> leave(Standing standing) {
    return (inTouch ? register.leave(standing.presence()) : unknown())
        .thenApply(
            answer -> {
              synchronized (standing) {
                standing.left(answer);
                if (standing.isOver()) {
                  standings.remove(Key.of(standing.presence()), standing);
                }
              }
              return answer;
            });
  }

  private static CompletionStage<Answer> unknown() {
    return CompletableFuture.completedStage(Answer.UNKNOWN);
  }
}
