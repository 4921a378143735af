package org.parley.system.check.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.parley.system.check.scene.Course.Stage;
import org.parley.system.check.scene.Scene;
import org.parley.system.check.scene.Tally.Count;
import org.parley.system.check.wire.Account;
import org.parley.system.check.wire.ChatSocket;
import org.parley.system.check.wire.ChatSocket.Arrival;
import org.parley.system.check.wire.Frames;

/** One connection of a client, from {@code auth} to its end. Used by one thread. */
final class Session {

  /** How it ended. */
  enum End {
    /** By the checker's wish. */
    DROPPED,
    /** Because the server asked for it. */
    MOVED,
    /** By the server, the network, or because an answer was missing. */
    LOST,
    /** The token is not taken any more. */
    TOKEN_REFUSED,
    /** The server said not to come back. */
    FINAL,
    /** The check is over. */
    OVER
  }

  /** More often than the server asks for, so that a dead connection is noticed soon. */
  private static final long PING_EVERY = Duration.ofSeconds(5).toNanos();

  /** Two pings unanswered, or an answer owed for that long: the connection is of no use. */
  private static final long PATIENCE = Duration.ofSeconds(15).toNanos();

  /** How soon a change of the stage is noticed. */
  private static final long LONGEST_WAIT = Duration.ofMillis(100).toNanos();

  private static final Duration SIGN_IN_PATIENCE = Duration.ofSeconds(5);
  private static final int TOKEN_REFUSED = 4401;
  private static final int FIRST_FINAL = 4500;
  private static final int LAST_FINAL = 4999;

  private final Scene scene;
  private final Account account;
  private final Map<Long, Follower> rooms;
  private final @Nullable Desk desk;
  private final ChatSocket socket;
  private final RandomGenerator random;
  private final long begin = System.nanoTime();
  private boolean authenticated;
  private long connectedSince;
  private long heardAt = begin;
  private long pingAt = begin + PING_EVERY;
  private long authAt = begin;
  private boolean dropPlanned;
  private long dropAt;
  private boolean movePlanned;
  private long moveAt;

  /** Takes over a socket that is connected. The desk is null for who only reads. */
  Session(
      Scene scene,
      Account account,
      Map<Long, Follower> rooms,
      @Nullable Desk desk,
      ChatSocket socket,
      RandomGenerator random) {
    this.scene = scene;
    this.account = account;
    this.rooms = rooms;
    this.desk = desk;
    this.socket = socket;
    this.random = random;
  }

  /**
   * Lives until the connection ends; leaves nothing open.
   *
   * @throws org.parley.system.check.wire.CheckProblem when history could not be read
   */
  End run() throws InterruptedException {
    boolean closed = false;
    try {
      socket.send(Frames.auth(account.token()));
      while (true) {
        long now = System.nanoTime();
        if (scene.course().stage() == Stage.OVER || isDropDue(now)) {
          boolean over = scene.course().stage() == Stage.OVER;
          closed = over || random.nextBoolean();
          if (closed) {
            socket.close();
          }
          return over ? End.OVER : End.DROPPED;
        }
        if (movePlanned && now - moveAt >= 0) {
          socket.close();
          closed = true;
          return End.MOVED;
        }
        speak(now);
        if (isSilent(now)) {
          scene.tally().add(Count.SILENCES);
          return End.LOST;
        }
        switch (socket.next(untilNextDue(now))) {
          case Arrival.Said said -> take(said);
          case Arrival.Ended ended -> {
            return endFor(ended.code());
          }
          case null -> {
            // Something may be due now.
          }
        }
      }
    } finally {
      if (!closed) {
        socket.cut();
      }
    }
  }

  private static End endFor(int code) {
    if (code == TOKEN_REFUSED) {
      return End.TOKEN_REFUSED;
    }
    return code >= FIRST_FINAL && code <= LAST_FINAL ? End.FINAL : End.LOST;
  }

  private boolean isDropDue(long now) {
    if (scene.course().stage() != Stage.WRITING || !scene.plan().drops()) {
      return false;
    }
    if (!dropPlanned) {
      dropPlanned = true;
      dropAt = now + (long) (random.nextExponential() * scene.plan().dropEvery().toNanos());
    }
    return now - dropAt >= 0;
  }

  private void speak(long now) throws InterruptedException {
    if (desk != null) {
      desk.write(now);
    }
    if (!authenticated) {
      return;
    }
    for (Map.Entry<Long, Follower> room : rooms.entrySet()) {
      String ask = room.getValue().ask(now);
      if (ask != null) {
        socket.send(ask);
      }
      if (desk != null && room.getValue().isInside()) {
        desk.post(room.getKey(), now, connectedSince, socket::send);
      }
    }
    if (now - pingAt >= 0) {
      pingAt = now + PING_EVERY;
      socket.send(Frames.ping());
      if (account.isDue()) {
        account.renew(SIGN_IN_PATIENCE);
        socket.send(Frames.auth(account.token()));
      }
    }
  }

  private boolean isSilent(long now) {
    long owed = authenticated ? 0 : now - authAt;
    for (Follower room : rooms.values()) {
      owed = Math.max(owed, room.owedFor(now));
    }
    if (desk != null) {
      owed = Math.max(owed, desk.owedFor(now));
    }
    return owed > PATIENCE || now - heardAt > PATIENCE;
  }

  private long untilNextDue(long now) {
    if (desk == null || scene.course().stage() != Stage.WRITING) {
      return LONGEST_WAIT;
    }
    return Math.clamp(desk.nextDue() - now, 0L, LONGEST_WAIT);
  }

  private void take(Arrival.Said said) throws InterruptedException {
    heardAt = System.nanoTime();
    JsonNode frame = Frames.read(said.frame());
    if (frame == null) {
      throw new IllegalStateException("The server said what is no frame: " + said.frame());
    }
    switch (frame.path("type").asText()) {
      case "success" -> {
        if (!authenticated) {
          authenticated = true;
          connectedSince = said.time();
        }
      }
      case "error" -> refused(frame);
      case "reconnect" -> {
        movePlanned = true;
        moveAt = said.time() + TimeUnit.MILLISECONDS.toNanos(frame.path("after_ms").asLong());
      }
      case "message_ack" -> {
        if (desk != null) {
          desk.messageAcked(frame, said.time());
        }
      }
      case "change_ack" -> {
        if (desk != null) {
          desk.changeAcked(frame);
        }
      }
      default -> {
        Follower room = rooms.get(frame.path("room_id").asLong());
        if (room != null) {
          room.take(frame, said.time());
        }
      }
    }
  }

  private void refused(JsonNode error) {
    long now = System.nanoTime();
    if (desk != null && desk.refused(error, now)) {
      return;
    }
    Follower room = rooms.get(error.path("room_id").asLong());
    if (room != null) {
      room.refused(error, now);
    } else if (!authenticated && error.has("retry_after_ms")) {
      // Asked again on the next connection; a refusal that is final is followed by a close.
      authAt =
          now - PATIENCE + TimeUnit.MILLISECONDS.toNanos(error.path("retry_after_ms").asLong());
    }
  }
}
