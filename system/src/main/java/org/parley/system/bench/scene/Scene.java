package org.parley.system.bench.scene;

import java.util.List;
import org.parley.system.bench.peer.Contender;

/**
 * Who is where and who sends.
 *
 * @param name as it stands in the results
 * @param members sockets in each room
 * @param senders how many of each room's sockets send
 * @param beginPerSecond sends a second, of all together, that every contender can take
 * @param countsSends whether it is about durable sends rather than about deliveries
 * @param instances among how many the members of each room are spread; senders are on the first,
 *     and latency is that of the last
 */
public record Scene(
    String name,
    int rooms,
    int members,
    int senders,
    double beginPerSecond,
    boolean countsSends,
    int instances) {

  /** People who are on the sockets: as many as the largest usual room has. */
  public static final int PEOPLE = 100;

  /** A thousand people in ten rooms, as a company of that size in the morning. */
  public static final Scene TEN_ROOMS = new Scene("rooms-10x100", 10, 100, 10, 250, false, 1);

  /** The room everybody is in. */
  public static final Scene ONE_ROOM = new Scene("room-1x1000", 1, 1000, 10, 25, false, 1);

  /** Every send waits for the same row's lock. */
  public static final Scene HOT_ROOM = new Scene("hot-room", 1, 4, 4, 1_500, true, 1);

  /** Sends that do not wait for each other. */
  public static final Scene FIFTY_ROOMS = new Scene("rooms-50", 50, 2, 1, 1_000, true, 1);

  /** Half of each room's people are on the other instance. */
  public static final Scene TWO_INSTANCES =
      new Scene("two-instances-10x100", 10, 100, 10, 200, false, 2);

  /** What the table shows. */
  public static final List<Scene> TABLE =
      List.of(TEN_ROOMS, ONE_ROOM, HOT_ROOM, FIFTY_ROOMS, TWO_INSTANCES);

  /** Whether the contender can do what the scene is about. */
  public boolean suits(Contender contender) {
    return (contender.isDurable() || !countsSends) && contender.ports().size() >= instances;
  }

  public int sockets() {
    return rooms * members;
  }
}
