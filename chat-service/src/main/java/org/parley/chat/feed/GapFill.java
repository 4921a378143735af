package org.parley.chat.feed;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.chat.message.Messages;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.protocol.ServerFrame;

/**
 * Reads from the database what a feed misses. Requests while a read is under way lead to one more
 * read after it, so there is one at a time per room and no request is forgotten.
 */
final class GapFill {

  private static final Logger LOG = System.getLogger(GapFill.class.getName());

  /** Changes per read; 500 messages of common length are about a hundred kilobytes. */
  private static final int PAGE = 500;

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
      long from;
      List<ServerFrame.NewMessage> changes;
      do {
        from = feed.cursor();
        changes = messages.changesAfter(feed.roomId(), from, PAGE);
        for (ServerFrame.NewMessage change : changes) {
          feed.offer(RoomFrame.change(change));
        }
      } while (changes.size() == PAGE && feed.cursor() > from);
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
