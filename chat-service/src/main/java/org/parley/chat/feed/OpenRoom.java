package org.parley.chat.feed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A room that has somebody on this instance, or is about to. The number of connections in it is
 * guarded by the {@link Hub}.
 */
final class OpenRoom {

  private final RoomFeed feed;
  private final GapFill gaps;
  private final CompletableFuture<RoomFeed> ready = new CompletableFuture<>();
  private int connections;

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
  void startAt(CompletionStage<RoomHead> start) {
    start.whenComplete(
        (head, failure) -> {
          if (failure != null) {
            ready.completeExceptionally(failure);
            return;
          }
          if (feed.startAt(head)) {
            gaps.request();
          }
          ready.complete(feed);
        });
  }

  /** The feed knows of changes it does not have. */
  void behind(boolean mayComeByThemselves) {
    if (mayComeByThemselves) {
      gaps.requestAfterHold();
    } else {
      gaps.request();
    }
  }

  /** Whether it could not be found out where the room stands. */
  boolean hasFailed() {
    return ready.isCompletedExceptionally();
  }

  /** Takes over those who count as being in another one and will still go. */
  OpenRoom inPlaceOf(OpenRoom failed) {
    connections = failed.connections;
    return this;
  }

  OpenRoom oneMore() {
    connections++;
    return this;
  }

  /** One less; true when that was the last. */
  boolean oneLess() {
    connections--;
    return connections == 0;
  }
}
