package org.parley.chat.entrance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parley.chat.feed.RoomFeed;
import org.parley.chat.message.ChangeRange;
import org.parley.chat.message.Messages;
import org.parley.chat.platform.DatabaseThreads;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.Outgoing;
import org.parley.contract.ProblemException;

/**
 * Gives a connection what it missed, from the room's ring or from the database, while the feed
 * holds back what is new; or tells it to begin anew where that cannot be done. Never a silent hole.
 */
@ApplicationScoped
class Replay {

  /** Any line carries 500 messages in this time; a reader that takes longer reads history. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A read takes some milliseconds; after this long the database is stuck. */
  private static final Duration READ_LIMIT = Duration.ofSeconds(5);

  /** An outbox that keeps pace, being less than a quarter full, takes these as well. */
  private static final int FEW = 16;

  /**
   * What was read of the database is kept until the reader has it: at most 500 messages, some
   * megabytes. More than this many wait, and then come again.
   */
  private static final int MOST_READ = 32;

  private final Semaphore places = new Semaphore(MOST_READ, true);

  private Messages messages;
  private Executor executor;
  private ResumeCounts counts;

  Replay() {} // for the container's proxy

  @Inject
  Replay(Messages messages, DatabaseThreads executor, ResumeCounts counts) {
    this(messages, (Executor) executor, counts);
  }

  /** Reads on the executor: threads of WebSockets have no context that JPA could work in. */
  Replay(Messages messages, Executor executor, ResumeCounts counts) {
    this.messages = messages;
    this.executor = executor;
    this.counts = counts;
  }

  /**
   * Gives it what it missed where that is little and in memory, as it mostly is when many come back
   * at once. Returns whether it was; never waits.
   */
  boolean atOnce(RoomFeed feed, Connection connection, long after) {
    Optional<List<RoomFrame>> few =
        feed.remembered(after).filter(missed -> missed.size() <= FEW && connection.keepsPace());
    few.ifPresent(
        missed -> {
          missed.forEach(change -> feed.give(connection, new Outgoing.Text(change.text())));
          counts.replayed(feed.replayed(connection, through(missed, after)));
        });
    return few.isPresent();
  }

  private static long through(List<RoomFrame> missed, long after) {
    return missed.isEmpty() ? after : missed.getLast().changeSeq();
  }

  /** Returns when everything up to now is on its way; waits for the reader's pace. */
  void run(RoomFeed feed, Connection connection, long after) throws InterruptedException {
    Optional<List<RoomFrame>> remembered = feed.remembered(after);
    if (remembered.isPresent()) {
      List<RoomFrame> missed = remembered.get();
      give(feed, connection, missed, through(missed, after));
      return;
    }
    if (!places.tryAcquire(READ_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
      throw ProblemException.unavailable(
          "Too many have missed something.", Duration.ofSeconds(2), null);
    }
    try {
      if (!connection.isGone()) {
        give(feed, connection, after, read(feed.roomId(), after));
      }
    } finally {
      places.release();
    }
  }

  private void give(RoomFeed feed, Connection connection, long after, ChangeRange range)
      throws InterruptedException {
    // A client may know more than this instance does, but not more than the database.
    if (range.through() < after) {
      beginAnew(feed, connection);
    } else {
      give(feed, connection, range.after(after), range.through());
    }
  }

  private ChangeRange read(long roomId, long after) throws InterruptedException {
    try {
      return CompletableFuture.supplyAsync(() -> messages.changesAfter(roomId, after), executor)
          .get(READ_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      throw ProblemException.unavailable(
          "What you missed cannot be read right now.", Duration.ofSeconds(1), e);
    }
  }

  private void give(RoomFeed feed, Connection connection, List<RoomFrame> missed, long through)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (RoomFrame change : missed) {
      if (System.nanoTime() - deadline > 0) {
        beginAnew(feed, connection);
        return;
      }
      connection.awaitPace();
      if (!feed.give(connection, new Outgoing.Text(change.text()))) {
        return; // it left, or began anew meanwhile
      }
    }
    counts.replayed(feed.replayed(connection, through));
  }

  private void beginAnew(RoomFeed feed, Connection connection) {
    feed.resync(connection);
    counts.count(ResumeCounts.Outcome.RESYNC);
  }
}
