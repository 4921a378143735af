package org.parley.chat.feed;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.chat.message.ChangeRange;
import org.parley.chat.message.Messages;

/**
 * Reads from the database what a feed misses. Requests while a read is under way lead to one more
 * read after it, so there is one at a time per room and no request is forgotten.
 */
final class GapFill {

  private static final Logger LOG = System.getLogger(GapFill.class.getName());

  private final RoomFeed feed;
  private final Messages messages;
  private final Executor executor;
  private final AtomicInteger requests = new AtomicInteger();

  GapFill(RoomFeed feed, Messages messages, Executor executor) {
    this.feed = feed;
    this.messages = messages;
    this.executor = executor;
  }

  void request() {
    if (requests.getAndIncrement() == 0) {
      executor.execute(this::run);
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
        range = messages.changesAfter(feed.roomId(), feed.cursor());
        range.after(range.from()).forEach(feed::offer);
      } while (range.through() - range.from() == Messages.MAX_RANGE
          && feed.cursor() > range.from());
    } catch (RuntimeException e) {
      // The cursor stays where it is, so nothing is skipped; the room's next change asks again.
      LOG.log(
          Level.WARNING,
          "a gap in room {0} cannot be filled yet: {1}",
          feed.roomId(),
          e.toString());
    }
  }
}
