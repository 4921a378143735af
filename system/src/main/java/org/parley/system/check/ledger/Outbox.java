package org.parley.system.check.ledger;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What one writer has to say in one room: one thing at a time, repeated on the next connection
 * until it is answered, so that order holds whatever happens to connections. Used by one thread;
 * all times are {@link System#nanoTime()}.
 */
public final class Outbox {

  /** An operation on its way. */
  public static final class Pending {
    private final Operation operation;
    private final long scheduled;
    private int attempts;

    private Pending(Operation operation, long scheduled) {
      this.operation = operation;
      this.scheduled = scheduled;
    }

    public Operation operation() {
      return operation;
    }

    /** When it was due, whatever kept it waiting since. */
    public long scheduled() {
      return scheduled;
    }

    /** How often it was put on the wire. */
    public int attempts() {
      return attempts;
    }
  }

  private final Queue<Pending> waiting = new ArrayDeque<>();
  private @Nullable Pending unresolved;
  private boolean onWire;
  private long wireTime;
  private long notBefore;
  private boolean delayed;

  public void add(Operation operation, long scheduled) {
    waiting.add(new Pending(operation, scheduled));
  }

  /** What to put on the wire now, or null. It counts as sent. */
  public @Nullable Pending next(long now) {
    if (unresolved == null) {
      unresolved = waiting.poll();
    }
    Pending next = unresolved;
    if (next == null || onWire || (delayed && now - notBefore < 0)) {
      return null;
    }
    onWire = true;
    delayed = false;
    wireTime = now;
    next.attempts++;
    return next;
  }

  /** What waits for its answer on this connection, or null. */
  public @Nullable Pending awaited() {
    return onWire ? unresolved : null;
  }

  /** For how many nanoseconds an answer is owed; 0 when none is. */
  public long owedFor(long now) {
    return onWire ? now - wireTime : 0;
  }

  /** No answer can come any more; it is repeated, under the same id, by the next {@link #next}. */
  public void connectionLost() {
    onWire = false;
    delayed = false;
  }

  /** The answer was "later". */
  public void delayUntil(long time) {
    onWire = false;
    delayed = true;
    notBefore = time;
  }

  /** The answer was final; the next one may go. */
  public void resolve() {
    unresolved = null;
    onWire = false;
    delayed = false;
  }

  /** Forgets what was never on the wire and returns how much that was. */
  public int dropUnsent() {
    int unsent = waiting.size();
    waiting.clear();
    Pending pending = unresolved;
    if (pending != null && pending.attempts == 0) {
      resolve();
      unsent++;
    }
    return unsent;
  }

  public boolean isEmpty() {
    return unresolved == null && waiting.isEmpty();
  }

  /**
   * What was on the wire and never answered: it may have happened or not. Null when nothing was.
   */
  public @Nullable Pending unknown() {
    Pending pending = unresolved;
    return pending != null && pending.attempts > 0 ? pending : null;
  }
}
