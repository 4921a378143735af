package org.parley.chat.feed;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.parley.chat.message.ChangeRange;
import org.parley.chat.message.Messages;

/**
 * Reads the changes a room's feed misses, in ranges. At most one read at a time for a room;
 * requests that come during a read are answered together by one more. While the database is away
 * the feed keeps its cursor, and the sweep asks again.
 */
final class GapFill {

  private static final Logger LOG = System.getLogger(GapFill.class.getName());

  /** Why the log is read. */
  enum Cause {
    /** A change came whose predecessors did not. */
    GAP,
    /** Nothing came, but the log has more: the sweep saw it. */
    TAIL
  }

  private final RoomFeed feed;
  private final Messages messages;
  private final Executor executor;
  private final Executor afterHold;
  private final Consumer<Cause> count;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicBoolean holding = new AtomicBoolean();

  /**
   * @param afterHold runs what it is given once a gap has had its time to close by itself
   * @param count told of every read
   */
  GapFill(
      RoomFeed feed,
      Messages messages,
      Executor executor,
      Executor afterHold,
      Consumer<Cause> count) {
    this.feed = feed;
    this.messages = messages;
    this.executor = executor;
    this.afterHold = afterHold;
    this.count = count;
  }

  /** Reads what is missing, unless it comes by itself within the hold. */
  void requestAfterHold() {
    if (holding.compareAndSet(false, true)) {
      afterHold.execute(this::endHold);
    }
  }

  /** Reads what is missing, now. */
  void request() {
    if (requests.getAndIncrement() == 0) {
      try {
        executor.execute(this::run);
      } catch (RejectedExecutionException e) {
        requests.set(0); // the sweep asks again
      }
    }
  }

  private void endHold() {
    holding.set(false);
    if (feed.isBehind()) {
      request();
    }
  }

  private void run() {
    int answered;
    do {
      answered = requests.get();
      readAll();
    } while (!requests.compareAndSet(answered, 0));
  }

  private void readAll() {
    try {
      ChangeRange range;
      do {
        count.accept(feed.cause());
        range = messages.changesAfter(feed.roomId(), feed.cursor());
        feed.take(range);
      } while (range.through() - range.from() == Messages.MAX_RANGE
          && feed.cursor() > range.from());
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "a gap in room {0} cannot be filled yet: {1}",
          feed.roomId(),
          e.toString());
    }
  }
}
