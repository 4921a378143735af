package org.parley.chat.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.parley.chat.log.BatchStatement.Outcome;
import org.parley.chat.log.BatchStatement.Waiting;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.trace.Traces;

/**
 * One queue of sends and changes and the thread that commits them, many at once when many wait: a
 * batch is a run of one kind. Stages complete on that thread, those of a room in the order of the
 * queue.
 */
final class AppendLane implements Runnable {

  /** Is told how it goes. */
  interface Watch {
    void committed(int batchSize);

    /** One of a batch is in the log, or refused for good, this long after it was handed in. */
    void answered(Duration after);

    /** A batch was refused, because the database did not take it in two attempts. */
    void failed(BatchStatement.Failure failure);

    /** One was refused because too much was going on. */
    void busy();

    /** One was refused because it could not be stored, whoever is to blame. */
    void refused();
  }

  /** Some seconds' worth at the speed of one room; beyond this, waiting longer helps nobody. */
  static final int MAX_WAITING = 2_000;

  /** Larger batches were not faster and hold their rooms' locks longer. */
  static final int MAX_BATCH = 100;

  /** With what it waited before, less than the 15 s after which clients repeat it elsewhere. */
  static final Duration MOST_LATE = Duration.ofSeconds(10);

  private static final String TOO_LATE = "This waited too long to be carried out.";

  /** How often an idle lane looks whether it should end. */
  private static final long IDLE_MS = 200;

  private static final Duration BUSY_RETRY = Duration.ofMillis(500);

  private final BlockingQueue<Waiting<?, ?>> queue = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Watch watch;
  private final int maxBatch;
  private final LongSupplier clock;
  private final Traces traces;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private volatile boolean closed;
  private volatile boolean ended;

  AppendLane(Watch watch, int maxBatch) {
    this(watch, maxBatch, System::nanoTime, Traces.OFF);
  }

  AppendLane(Watch watch, int maxBatch, LongSupplier nanoClock, Traces traces) {
    this.watch = watch;
    this.maxBatch = maxBatch;
    this.clock = nanoClock;
    this.traces = traces;
  }

  <I, O> CompletionStage<O> add(BatchStatement<I, O> statement, I input) {
    Waiting<I, O> waiting = statement.waiting(input, clock.getAsLong(), traces);
    if (closed) {
      refuse(waiting, ProblemException.draining());
    } else if (!queue.offer(waiting)) {
      refuse(
          waiting,
          ProblemException.busy("Too many messages are waiting to be stored.", BUSY_RETRY));
    } else if (ended && queue.remove(waiting)) {
      refuse(waiting, ProblemException.draining()); // its thread will not come by again
    }
    return waiting.result();
  }

  /** Takes no more. The stage ends when what was taken is committed or refused. */
  CompletableFuture<Void> close() {
    closed = true;
    return end;
  }

  @Override
  public void run() {
    @Nullable Waiting<?, ?> next = null;
    try {
      while (true) {
        if (next == null) {
          next = queue.poll(IDLE_MS, TimeUnit.MILLISECONDS);
        }
        if (next != null) {
          next = commitFrom(next);
        } else if (closed) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended = true;
      List<Waiting<?, ?>> rest = new ArrayList<>();
      queue.drainTo(rest);
      rest.forEach(one -> refuse(one, ProblemException.draining()));
      end.complete(null);
    }
  }

  /**
   * Commits this one and what waits behind it, up to one of the other kind or a repeat of a send
   * that is already in the batch; that one opens the next batch.
   */
  private <I, O> @Nullable Waiting<?, ?> commitFrom(Waiting<I, O> first) {
    List<Waiting<I, O>> batch = new ArrayList<>(maxBatch);
    Set<Object> keys = new HashSet<>();
    @Nullable Waiting<?, ?> next = first;
    while (next != null && next.statement().equals(first.statement())) {
      // The same statement takes the same kind.
      @SuppressWarnings("unchecked")
      Waiting<I, O> one = (Waiting<I, O>) next;
      Object key = one.statement().key(one.input());
      if (key != null && !keys.add(key)) {
        break;
      }
      batch.add(one);
      next = batch.size() < maxBatch ? queue.poll() : null;
    }
    commit(first.statement(), batch, false);
    return next;
  }

  /**
   * @param again whether an earlier attempt may have been committed, its answer lost: nobody was
   *     told, so what is found in the log is new all the same. Both kinds bear repeating.
   */
  private <I, O> void commit(
      BatchStatement<I, O> statement, List<Waiting<I, O>> taken, boolean again) {
    List<Waiting<I, O>> batch = inTime(taken);
    if (batch.isEmpty()) {
      return;
    }
    try {
      List<Outcome<O>> outcomes = statement.run(batch, traces);
      watch.committed(batch.size());
      for (int i = 0; i < batch.size(); i++) {
        answer(batch.get(i), outcomes.get(i), again);
      }
    } catch (BatchStatement.Failure e) {
      switch (e.blame()) {
        case DATABASE -> {
          if (again) {
            watch.failed(e);
            refuse(batch, e.problem());
          } else {
            commit(statement, batch, true);
          }
        }
        case ROOM -> splitByRoom(statement, batch, e, again);
        case ONE -> split(statement, batch, e, again);
        case OURSELVES -> refuse(batch, e.problem());
      }
    } catch (RuntimeException e) {
      refuse(batch, e);
    }
  }

  /** Refuses what must not be carried out any more. */
  private <I, O> List<Waiting<I, O>> inTime(List<Waiting<I, O>> batch) {
    long latest = clock.getAsLong() - MOST_LATE.toNanos();
    List<Waiting<I, O>> inTime = batch.stream().filter(one -> !one.isTooLate(latest)).toList();
    batch.stream()
        .filter(one -> one.isTooLate(latest))
        .forEach(one -> refuse(one, ProblemException.unavailable(TOO_LATE, BUSY_RETRY, null)));
    return inTime;
  }

  /** One bad apple must not spoil the batch. */
  private <I, O> void split(
      BatchStatement<I, O> statement,
      List<Waiting<I, O>> batch,
      BatchStatement.Failure failure,
      boolean again) {
    int half = batch.size() / 2;
    if (half == 0) {
      refuse(batch, failure.problem());
    } else {
      commit(statement, batch.subList(0, half), again);
      commit(statement, batch.subList(half, batch.size()), again);
    }
  }

  /**
   * One held room must not hold up the others. By room rather than by place in the batch: with many
   * of the held room in it, each part would wait for the same lock again.
   */
  private <I, O> void splitByRoom(
      BatchStatement<I, O> statement,
      List<Waiting<I, O>> batch,
      BatchStatement.Failure failure,
      boolean again) {
    List<Long> rooms = batch.stream().map(Waiting::roomId).distinct().toList();
    if (rooms.size() == 1) {
      refuse(batch, failure.problem());
      return;
    }
    Set<Long> half = new HashSet<>(rooms.subList(0, rooms.size() / 2));
    commit(statement, batch.stream().filter(one -> half.contains(one.roomId())).toList(), again);
    commit(statement, batch.stream().filter(one -> !half.contains(one.roomId())).toList(), again);
  }

  private <I, O> void answer(Waiting<I, O> one, Outcome<O> outcome, boolean again) {
    watch.answered(Duration.ofNanos(clock.getAsLong() - one.since()));
    switch (outcome) {
      case Outcome.Done<O> done ->
          one.complete(again ? one.statement().asNew(done.result()) : done.result());
      case Outcome.Refused<O> refused -> one.refuse(refused.why());
    }
  }

  private <I, O> void refuse(List<Waiting<I, O>> batch, RuntimeException problem) {
    batch.forEach(one -> refuse(one, problem));
  }

  private void refuse(Waiting<?, ?> one, RuntimeException problem) {
    switch (problem instanceof ProblemException refusal ? refusal.type() : ProblemType.INTERNAL) {
      case BUSY -> watch.busy();
      case DRAINING -> {} // another instance takes it
      default -> watch.refused();
    }
    one.refuse(problem);
  }
}
