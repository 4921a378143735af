package org.parley.chat.drain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.protocol.SocketFrame;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.Sockets;

/**
 * Sends the clients to other instances, no faster than these can take them: each is told its own
 * moment, and disconnected when it did not go by itself.
 */
@ApplicationScoped
class Departures {

  /**
   * How fast.
   *
   * @param perSecond clients the others take; one core was seen to let in 500 to 700
   * @param shortest over which even a few are spread, so that they do not come in one moment
   * @param longest over which any number is
   * @param grace for who was told its moment to have gone
   * @param lastWords for closing words to leave
   */
  record Pace(
      int perSecond, Duration shortest, Duration longest, Duration grace, Duration lastWords) {

    Duration spread(int sockets) {
      long neededMs = 1_000L * sockets / perSecond;
      return Duration.ofMillis(Math.clamp(neededMs, shortest.toMillis(), longest.toMillis()));
    }
  }

  private static final Logger LOG = System.getLogger(Departures.class.getName());

  /** How many there were, and how many of them needed no closing from here. */
  record Outcome(int sockets, int wentByThemselves) {}

  private record Departure(Connection connection, long atNanos) {}

  private static final Pace PACE =
      new Pace(
          500,
          Duration.ofMillis(500),
          Duration.ofSeconds(12),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1));

  /** Between two waves of closing. */
  private static final Duration WAVE = Duration.ofMillis(100);

  private Sockets sockets;
  private Pace pace;

  Departures() {} // for the container's proxy

  @Inject
  Departures(Sockets sockets) {
    this(sockets, PACE);
  }

  Departures(Sockets sockets, Pace pace) {
    this(); // the container's proxy takes nothing
    this.sockets = sockets;
    this.pace = pace;
  }

  /** Returns when everybody who was here has gone, or was told to by a close. */
  Outcome sendAway() {
    List<Connection> all = sockets.open();
    Deque<Departure> waiting = announce(all);
    int closed = 0;
    boolean undisturbed = true;
    while (undisturbed && !waiting.isEmpty()) {
      undisturbed = pause();
      closed += closeDue(waiting);
      waiting.removeIf(departure -> departure.connection.isGone());
    }
    return new Outcome(all.size(), all.size() - closed - waiting.size());
  }

  /** Closes who is still here, and waits a moment for them to hear it. */
  void closeTheRest() {
    sockets.open().forEach(Departures::close);
    long deadline = System.nanoTime() + pace.lastWords.toNanos();
    boolean undisturbed = true;
    while (undisturbed && !sockets.open().isEmpty() && System.nanoTime() - deadline < 0) {
      undisturbed = pause();
    }
  }

  /** Tells everybody their moment; returns them in the order of these. */
  private Deque<Departure> announce(List<Connection> all) {
    long now = System.nanoTime();
    long spread = pace.spread(all.size()).toMillis();
    return all.stream()
        .map(connection -> announce(connection, now, spread))
        .sorted(Comparator.comparingLong(departure -> departure.atNanos - now))
        .collect(ArrayDeque::new, ArrayDeque::add, ArrayDeque::addAll);
  }

  private Departure announce(Connection connection, long now, long spreadMs) {
    long afterMs = ThreadLocalRandom.current().nextLong(1, spreadMs + 1);
    Duration until = Duration.ofMillis(afterMs);
    if (connection.manyRooms()) {
      carefully(connection, one -> one.send(new SocketFrame.Reconnect(afterMs)));
      until = until.plus(pace.grace);
    } // a client of the original knows no such word, and connects again when it is closed
    return new Departure(connection, now + until.toNanos());
  }

  private static int closeDue(Deque<Departure> waiting) {
    int closed = 0;
    Predicate<Departure> isDue = departure -> departure.atNanos - System.nanoTime() <= 0;
    for (Departure next = waiting.peek(); next != null && isDue.test(next); next = waiting.peek()) {
      waiting.remove();
      if (!next.connection.isGone()) {
        close(next.connection);
        closed++;
      }
    }
    return closed;
  }

  private static void close(Connection connection) {
    carefully(connection, one -> one.close(CloseCode.RESTART));
  }

  /** The others have to go all the same. */
  private static void carefully(Connection connection, Consumer<Connection> step) {
    try {
      step.accept(connection);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "socket " + connection.id() + " could not be sent away", e);
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(WAVE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
