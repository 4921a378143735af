package org.parley.system.check.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.parley.system.check.client.Session.End;
import org.parley.system.check.ledger.Histories;
import org.parley.system.check.ledger.RoomLedger;
import org.parley.system.check.scene.Course.Stage;
import org.parley.system.check.scene.Scene;
import org.parley.system.check.scene.Tally.Count;
import org.parley.system.check.wire.Account;
import org.parley.system.check.wire.ChatSocket;
import org.parley.system.check.wire.CheckProblem;
import org.parley.system.check.wire.RestApi;

/**
 * One client: connects to any of the sockets, is in every room, is cut off, stays away for a moment
 * and comes back, until the check is over. Runs in a thread of its own; what it knows may be read
 * when that has ended, the few methods that say so at any time.
 */
public final class ChatClient implements Runnable {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration SIGN_IN_PATIENCE = Duration.ofSeconds(2);

  /** An address that refused that often is taken to be wrong. */
  private static final int ATTEMPTS = 3;

  /** A change of networks takes about as long. */
  private static final Duration AWAY = Duration.ofMillis(300);

  private final Scene scene;
  private final Account account;
  private final int number;
  private final Map<Long, Follower> rooms = new LinkedHashMap<>();
  private final Map<Long, Long> cursors = new ConcurrentHashMap<>();
  private final @Nullable Desk desk;
  private final RandomGenerator random = new SplittableRandom();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile String trouble = "";

  private ChatClient(
      Scene scene, Account account, int number, Map<Long, Histories> histories, boolean writes) {
    this.scene = scene;
    this.account = account;
    this.number = number;
    histories.forEach(
        (room, ofRoom) ->
            rooms.put(
                room,
                new Follower(
                    scene, account, room, ofRoom, !writes, cursor -> cursors.put(room, cursor))));
    desk = writes ? desk(histories) : null;
  }

  private Desk desk(Map<Long, Histories> histories) {
    Map<Long, RoomLedger> ledgers = new LinkedHashMap<>();
    rooms.forEach((id, room) -> ledgers.put(id, room.ledger()));
    return new Desk(scene, account.name(), account.userId(), histories, ledgers, random);
  }

  /**
   * Somebody who writes into these rooms and reads them.
   *
   * @param number counted from 0 among the writers: the first connections are spread evenly
   */
  public static ChatClient writer(
      Scene scene, Account account, int number, Map<Long, Histories> rooms) {
    return new ChatClient(scene, account, number, rooms, true);
  }

  /** Somebody who reads them; numbered in the same way. */
  public static ChatClient reader(
      Scene scene, Account account, int number, Map<Long, Histories> rooms) {
    return new ChatClient(scene, account, number, rooms, false);
  }

  public String name() {
    return account.name();
  }

  /** Whether it has been in every room. At any time. */
  public boolean hasEntered() {
    return rooms.keySet().stream().allMatch(room -> cursor(room) >= 0);
  }

  /** Whether it has never been connected, although it tried a few times. At any time. */
  public boolean isShutOut() {
    return connections.get() == 0 && failures.get() >= ATTEMPTS;
  }

  /** Whether everything it wrote was answered. At any time. */
  public boolean isIdle() {
    return desk == null || desk.isIdle();
  }

  /**
   * Up to which change it knows everything of a room; -1 when it is not in there, or its history
   * could not be read. At any time.
   */
  public long cursor(long roomId) {
    return cursors.getOrDefault(roomId, -1L);
  }

  /** Why its last attempt to be connected came to nothing; empty after a good one. At any time. */
  public String trouble() {
    return trouble;
  }

  public RoomLedger ledger(long roomId) {
    Follower room = rooms.get(roomId);
    if (room == null) {
      throw new IllegalArgumentException("not a room of this check: " + roomId);
    }
    return room.ledger();
  }

  @Override
  public void run() {
    try {
      boolean over = false;
      while (!over && scene.course().stage() != Stage.OVER) {
        End end = connect();
        if (desk != null) {
          desk.connectionLost();
        }
        rooms.values().forEach(Follower::connectionLost);
        over = end == End.FINAL || end == End.OVER || scene.course().awaitOver(absence(end));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      trouble = "it failed: " + e;
    } finally {
      close();
    }
  }

  private void close() {
    if (desk != null) {
      desk.close();
    }
    int reconnects = Math.max(0, connections.get() - 1);
    rooms.values().forEach(room -> room.judgeResyncs(reconnects));
  }

  private Duration absence(End end) {
    double times =
        switch (end) {
          case MOVED -> 0; // there is another instance
          case DROPPED -> random.nextExponential();
          case LOST, TOKEN_REFUSED, FINAL, OVER -> 1 + random.nextDouble();
        };
    return Duration.ofNanos((long) (AWAY.toNanos() * times));
  }

  private End connect() throws InterruptedException {
    try {
      if (account.isDue()) {
        account.renew(SIGN_IN_PATIENCE);
      }
      ChatSocket socket =
          ChatSocket.open(scene.http(), address(), scene.plan().protocol(), CONNECT_LIMIT);
      connections.incrementAndGet();
      trouble = "";
      return live(socket);
    } catch (IOException e) {
      scene.tally().add(Count.CONNECTS_FAILED);
      failures.incrementAndGet();
      trouble = "it cannot connect: " + RestApi.reason(e);
    } catch (CheckProblem problem) {
      trouble = String.valueOf(problem.getMessage());
    }
    return End.LOST;
  }

  /** At first by turns, later any of them. */
  private URI address() {
    List<URI> sockets = scene.plan().sockets();
    boolean first = connections.get() == 0 && failures.get() == 0;
    return sockets.get(first ? number % sockets.size() : random.nextInt(sockets.size()));
  }

  private End live(ChatSocket socket) throws InterruptedException {
    End end = new Session(scene, account, rooms, desk, socket, random).run();
    switch (end) {
      case DROPPED -> scene.tally().add(Count.DROPS);
      case MOVED -> scene.tally().add(Count.MOVES);
      case LOST -> {
        scene.tally().add(Count.CONNECTIONS_LOST);
        trouble = "its connection was lost";
      }
      case TOKEN_REFUSED -> account.renew(SIGN_IN_PATIENCE);
      case FINAL -> trouble = "it was told not to connect again";
      case OVER -> {
        // Nobody is waiting for it.
      }
    }
    return end;
  }
}
