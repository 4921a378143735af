package org.parley.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.protocol.ServerFrame;

/** Many rooms deliver at once to a socket that takes a part of it. */
class BusyRoomsTest {

  private static final int ROOMS = 6;
  private static final int CHANGES = 3_000;
  private static final int PLENTY = 1_000_000;
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SocketCounts counts = new SocketCounts();
  private final SlowReader reader = new SlowReader();
  private final Connection connection = new Connection(reader, true, threads, counts);
  private final Map<Long, Room> rooms = new TreeMap<>();

  @AfterEach
  void stop() {
    reader.permits.release(PLENTY);
    threads.close();
  }

  @Test
  void givesEveryRoomInItsOrderWithoutAHoleThatIsNotTold() throws Exception {
    connection.onRoomDrained((on, room) -> rooms.get(room).resync());
    for (long id = 1; id <= ROOMS; id++) {
      rooms.put(id, new Room(id));
    }
    post(8);
    assertThat(counts.overflows.sum()).as("the reader was slow").isPositive();
    post(CHANGES);
    for (Room room : rooms.values()) {
      assertThat(room.resyncs).as("of %s", room).isGreaterThanOrEqualTo(1);
    }
    assertThat(counts.tooSlow.sum()).isZero();
    assertThat(reader.mostAtOnce.get()).as("writers at once").isEqualTo(1);
    assertThat(reader.wrong).isEmpty();
  }

  /** Posts in all rooms at once while the reader takes one frame in so many; then it takes all. */
  private void post(int perFrameTaken) throws Exception {
    List<Callable<Void>> posting = new ArrayList<>();
    for (Room room : rooms.values()) {
      posting.add(
          () -> {
            for (int change = 1; change <= CHANGES; change++) {
              room.post();
              reader.permits.release(change % perFrameTaken == 0 ? 1 : 0);
            }
            return null;
          });
    }
    for (Future<Void> done : threads.invokeAll(posting, 30, TimeUnit.SECONDS)) {
      done.get();
    }
    reader.permits.release(PLENTY);
    for (Room room : rooms.values()) {
      assertThat(room.upToDate.await(20, TimeUnit.SECONDS)).as("%s", room).isTrue();
      room.upToDate = new CountDownLatch(1);
    }
    reader.permits.drainPermits();
  }

  /** A room as a feed is one, and what the reader knows of it. */
  private final class Room {

    private final long id;
    private volatile CountDownLatch upToDate = new CountDownLatch(1);
    private long head;
    private long resyncedAtNanos;
    private int resyncs;
    private long cursor;
    private boolean expectsResync;

    Room(long id) {
      this.id = id;
    }

    synchronized void post() {
      head++;
      switch (connection.deliver(id, new Outgoing.Text(id + ":" + head))) {
        case TAKEN -> check(!expectsResync, "taken after an overflow");
        case OVERFLOWED -> {
          check(!expectsResync, "overflowed again");
          expectsResync = true;
        }
        case DROPPED -> check(expectsResync, "dropped without an overflow");
        case ENDED -> check(false, "ended");
      }
    }

    synchronized void resync() {
      check(expectsResync, "drained again");
      long now = System.nanoTime();
      check(resyncs++ == 0 || now - resyncedAtNanos >= PAUSE_NANOS, "drained again so soon");
      resyncedAtNanos = now;
      expectsResync = false;
      connection.restart(id, new ServerFrame.ResyncRequired(id, head, "e"));
    }

    void read(long change, boolean resync) {
      check(resync ? change > cursor : change == cursor + 1, cursor + " then " + change);
      cursor = change;
      if (change % CHANGES == 0) {
        upToDate.countDown();
      }
    }

    private void check(boolean right, String otherwise) {
      if (!right) {
        reader.wrong.add(this + " " + otherwise);
      }
    }

    @Override
    public String toString() {
      return "room " + id;
    }
  }

  /** Takes a frame for each permit. */
  private final class SlowReader implements Transport {

    private final Semaphore permits = new Semaphore(0);
    private final AtomicInteger writing = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final List<String> wrong = new CopyOnWriteArrayList<>();

    @Override
    public String id() {
      return "slow";
    }

    @Override
    public void write(Outgoing.Text frame) {
      mostAtOnce.accumulateAndGet(writing.incrementAndGet(), Math::max);
      permits.acquireUninterruptibly();
      if (frame.text().startsWith("{")) {
        ServerFrame.ResyncRequired resync = (ServerFrame.ResyncRequired) frame.frame();
        rooms.get(resync.roomId()).read(resync.head(), true);
      } else {
        String[] roomAndChange = frame.text().split(":", 2);
        rooms.get(Long.parseLong(roomAndChange[0])).read(Long.parseLong(roomAndChange[1]), false);
      }
      writing.decrementAndGet();
    }

    @Override
    public void ping() {}

    @Override
    public void close(CloseCode code) {
      wrong.add("closed with " + code);
    }
  }
}
