package org.parley.chat.feed;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.identity.Person;
import org.parley.chat.platform.DatabaseThreads;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.WillingSockets;
import org.parley.chat.support.LiveMessage;
import org.parley.chat.support.RoomSocket;
import org.parley.chat.support.StoredMessages;
import org.parley.contract.trace.Traces;

/** A room that is open on a hub with so many people in it, each on a socket of their own. */
final class FullRoom {

  private static final long ROOM = 3;

  /** Where {@link RoomFrame#toBytes} has them, behind the kind. */
  private static final int CHANGE_SEQ_AT = 1;

  private static final int SEQ_AT = CHANGE_SEQ_AT + Long.BYTES;

  private final Hub hub =
      new Hub(
          new NoBroadcast(),
          new RoomHeadStore() {
            @Override
            RoomHead head(long roomId) {
              return new RoomHead(roomId, 0, 0, 1, "epoch-1");
            }
          },
          new StoredMessages(),
          null,
          null,
          new DatabaseThreads() {
            @Override
            public void execute(Runnable task) {
              task.run();
            }
          },
          Traces.OFF);

  private final byte[] payload = RoomFrame.sent(LiveMessage.frame(ROOM)).toBytes();
  private final ByteBuffer header = ByteBuffer.wrap(payload);
  private long changeSeq;

  FullRoom(int people, WillingSockets sockets) {
    RoomFeed feed = hub.open(ROOM).join();
    LongStream.rangeClosed(1, people)
        .mapToObj(id -> new Person(id, "user-" + id))
        .forEach(
            person -> {
              Connection connection = sockets.connect();
              feed.expect(connection, person, 1);
              feed.attach(connection, RoomSocket::joined);
            });
  }

  /** The room's next message arrives from another instance. */
  void receive() {
    changeSeq++;
    header.putLong(CHANGE_SEQ_AT, changeSeq).putLong(SEQ_AT, changeSeq);
    hub.received(ROOM, payload, 0);
  }

  private static final class NoBroadcast implements Broadcast {
    @Override
    public void listen(Listener listener) {}

    @Override
    public void listenForPeople(PeopleListener listener) {}

    @Override
    public void publish(long roomId, byte[] payload, long committedNanos) {}

    @Override
    public void publishTo(long userId, byte[] payload) {}

    @Override
    public CompletionStage<Void> subscribe(long roomId) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isAway() {
      return false;
    }

    @Override
    public void unsubscribe(long roomId) {}
  }
}
