package org.parley.chat.feed;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.chat.protocol.RoomFrame;

/** The feed of room 3, for tests of those who use feeds. */
public final class StartedFeed {

  private final RoomFeed feed = new RoomFeed(3, new AtomicLong());

  public StartedFeed(long changeSeq) {
    feed.startAt(new RoomHead(3, changeSeq, changeSeq, 1, "epoch-1"));
  }

  public RoomFeed feed() {
    return feed;
  }

  /** Of the rooms of an instance this one alone is open. */
  public Hub hub() {
    return new Hub() {
      @Override
      public Optional<RoomFeed> find(long roomId) {
        return Optional.of(feed).filter(open -> open.roomId() == roomId);
      }
    };
  }

  public void offer(RoomFrame frame) {
    feed.offer(frame);
  }
}
