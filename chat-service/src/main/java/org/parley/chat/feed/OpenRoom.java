package org.parley.chat.feed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A room that has somebody on this instance. The number of its sockets belongs to {@link Hub},
 * which changes it inside {@code ConcurrentHashMap.compute} only.
 */
final class OpenRoom {

  private final RoomFeed feed;
  private final GapFill gaps;
  private final CompletableFuture<RoomFeed> ready = new CompletableFuture<>();
  private int sockets;

  OpenRoom(RoomFeed feed, GapFill gaps) {
    this.feed = feed;
    this.gaps = gaps;
  }

  RoomFeed feed() {
    return feed;
  }

  /** Ends when the feed knows where it stands. */
  CompletableFuture<RoomFeed> ready() {
    return ready;
  }

  /** Starts the feed where the log ended after the subscription was confirmed. */
  void startAt(CompletionStage<RoomFeed.Start> start) {
    start.whenComplete(
        (at, failure) -> {
          if (failure != null) {
            ready.completeExceptionally(failure);
            return;
          }
          if (feed.startAt(at)) {
            gaps.request();
          }
          ready.complete(feed);
        });
  }

  /** Reads what the feed misses, once it has started; before that it will look by itself. */
  void fill() {
    if (ready.isDone() && !ready.isCompletedExceptionally()) {
      gaps.request();
    }
  }

  OpenRoom oneMore() {
    sockets++;
    return this;
  }

  /** One less; true when that was the last. */
  boolean oneLess() {
    sockets--;
    return sockets == 0;
  }
}
