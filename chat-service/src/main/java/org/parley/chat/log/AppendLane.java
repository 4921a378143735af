package org.parley.chat.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * One queue of sends and the thread that commits them, many at once when many wait. Stages complete
 * on that thread, in the order of the queue.
 */
final class AppendLane implements Runnable {

  /** Some seconds' worth at the speed of one room; beyond this, waiting longer helps nobody. */
  static final int MAX_WAITING = 2_000;

  /** Larger batches were not faster and hold their rooms' locks longer. */
  private static final int MAX_BATCH = 100;

  /** How often an idle lane looks whether it should end. */
  private static final long IDLE_MS = 200;

  private static final Duration BUSY_RETRY = Duration.ofMillis(500);

  private record Waiting(NewMessage message, CompletableFuture<Posted> result) {}

  /** What makes two sends the same one; the statement takes each at most once. */
  private record Key(long roomId, long userId, UUID clientMsgId) {
    static Key of(NewMessage message) {
      return new Key(message.roomId(), message.author().id(), message.clientMsgId());
    }
  }

  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MAX_WAITING);
  private final AppendStatement statement;
  private volatile boolean closed;
  private volatile boolean ended;

  AppendLane(AppendStatement statement) {
    this.statement = statement;
  }

  CompletionStage<Posted> append(NewMessage message) {
    Waiting waiting = new Waiting(message, new CompletableFuture<>());
    // The second look is for a lane that ended in between: its thread will not come by again.
    if (!queue.offer(waiting) || (ended && queue.remove(waiting))) {
      waiting.result.completeExceptionally(
          ProblemException.busy("Too many messages are waiting to be stored.", BUSY_RETRY));
    }
    return waiting.result;
  }

  /** Ends the thread once the queue is empty. */
  void close() {
    closed = true;
  }

  @Override
  public void run() {
    List<Waiting> batch = new ArrayList<>(MAX_BATCH);
    @Nullable Waiting next = null;
    try {
      while (true) {
        if (next == null) {
          next = queue.poll(IDLE_MS, TimeUnit.MILLISECONDS);
        }
        if (next != null) {
          next = fill(batch, next);
          commit(batch);
          batch.clear();
        } else if (closed) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended = true;
      queue.drainTo(batch);
      fail(batch, ProblemException.unavailable("The server is stopping.", BUSY_RETRY, null));
    }
  }

  /**
   * Takes what waits, up to a repeat of a send that is already in the batch; that one opens the
   * next batch.
   */
  private @Nullable Waiting fill(List<Waiting> batch, Waiting first) {
    Set<Key> keys = new HashSet<>();
    @Nullable Waiting next = first;
    while (next != null && keys.add(Key.of(next.message))) {
      batch.add(next);
      next = batch.size() < MAX_BATCH ? queue.poll() : null;
    }
    return next;
  }

  private void commit(List<Waiting> batch) {
    try {
      complete(batch, appendTwiceIfNeeded(batch));
    } catch (AppendFailure e) {
      if (batch.size() > 1 && e.blame() == AppendFailure.Blame.SEND) {
        // One bad apple must not spoil the batch: each for itself, in order.
        batch.forEach(one -> commit(List.of(one)));
      } else {
        fail(batch, e.problem());
      }
    } catch (RuntimeException e) {
      fail(batch, e);
    }
  }

  /** Every send has an id, so that a COMMIT whose answer was lost can be asked for again. */
  private List<AppendStatement.Outcome> appendTwiceIfNeeded(List<Waiting> batch)
      throws AppendFailure {
    List<NewMessage> messages = batch.stream().map(Waiting::message).toList();
    try {
      return statement.append(messages);
    } catch (AppendFailure e) {
      if (e.blame() != AppendFailure.Blame.DATABASE) {
        throw e;
      }
      // The first attempt may have been committed after all; nobody was told, so its messages are
      // new all the same.
      return statement.append(messages).stream().map(AppendStatement.Outcome::asNew).toList();
    }
  }

  private static void complete(List<Waiting> batch, List<AppendStatement.Outcome> outcomes) {
    for (int i = 0; i < batch.size(); i++) {
      Waiting one = batch.get(i);
      switch (outcomes.get(i)) {
        case AppendStatement.Outcome.Stored stored -> one.result.complete(stored.posted());
        case AppendStatement.Outcome.NotMember none ->
            one.result.completeExceptionally(new ProblemException(ProblemType.NOT_MEMBER));
        case AppendStatement.Outcome.Conflict none ->
            one.result.completeExceptionally(
                new ProblemException(
                    ProblemType.CONFLICT, "Another message was sent under this client_msg_id."));
      }
    }
  }

  private static void fail(List<Waiting> batch, RuntimeException problem) {
    batch.forEach(one -> one.result.completeExceptionally(problem));
  }
}
