package org.parley.system.check.scene;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be checked.
 *
 * @param urls where REST is, without {@code /api/v1}
 * @param sockets where the clients connect, each time at any of them
 * @param protocol the subprotocol they ask for
 * @param writers clients that write, and read as well
 * @param readers clients that read only
 * @param rooms every client is in all of them
 * @param duration how long the writers write
 * @param rate operations a second, of all writers together
 * @param dropEvery how long a connection lives on average; zero: until the end
 * @param settle how long afterwards answers, and then the clients' cursors, are waited for
 * @param maxResyncs how many a client may have in a room; null: one, and one for every ten times it
 *     came back
 * @param setBack how many acknowledged messages may be gone because the database is set back while
 *     it runs, which then has to happen; null: it is not
 */
public record Plan(
    List<URI> urls,
    List<URI> sockets,
    String protocol,
    int writers,
    int readers,
    int rooms,
    Duration duration,
    int rate,
    Mix mix,
    Duration dropEvery,
    Duration settle,
    @Nullable Integer maxResyncs,
    @Nullable Integer setBack) {

  /** A message names the first 100 who reacted; of more writers some reactions would not show. */
  private static final int MOST_WRITERS = 100;

  /** How often, in relation to each other, writers do what. */
  public record Mix(int send, int edit, int delete, int react) {

    public static final Mix SENDS_ONLY = new Mix(1, 0, 0, 0);

    public Mix {
      if (send < 1 || edit < 0 || delete < 0 || react < 0) {
        throw new IllegalArgumentException("A mix has at least one send, and nothing negative.");
      }
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
      return send + "/" + edit + "/" + delete + "/" + react;
    }

    /** What the four add up to. */
    public int total() {
      return send + edit + delete + react;
    }
  }

  public Plan {
    urls = List.copyOf(urls);
    sockets = List.copyOf(sockets);
    require(writers >= 1 && writers <= MOST_WRITERS, "There can be 1 to 100 writers.");
    require(readers >= 0, "There cannot be fewer than 0 readers.");
    require(rooms >= 1, "There must be a room.");
    require(rate >= 1, "The rate must be at least 1 a second.");
    require(duration.isPositive(), "The duration must be positive.");
    require(!dropEvery.isNegative(), "The time between drops cannot be negative.");
    require(settle.isPositive(), "The time to settle must be positive.");
    require(setBack == null || setBack > 0, "At least one message must be allowed to be gone.");
    require(
        setBack == null || mix.equals(Mix.SENDS_ONLY),
        "Who edits by number what the database forgot is refused: use --changes off.");
    require(maxResyncs == null || maxResyncs >= 0, "There cannot be fewer than 0 resyncs.");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** Whether connections are dropped at all. */
  public boolean drops() {
    return dropEvery.isPositive();
  }

  /** How many resyncs of one client in one room are no reason to worry. */
  public int allowedResyncs(int reconnects) {
    return maxResyncs != null ? maxResyncs : 1 + reconnects / 10;
  }
}
