package org.parley.system.bench.storm;

/**
 * How large a storm is.
 *
 * @param members clients in each room, all on the first instance; one more, on the second, sends
 * @param warmUpRooms rooms whose members come and go on the second instance before
 * @param sendsPerSecond of all rooms together
 */
public record StormScene(int rooms, int members, int warmUpRooms, double sendsPerSecond) {

  /**
   * Ten thousand clients, as many as one instance should hold, who say a hundred things a second
   * between them. The warm-up lets in 2,000, three times each.
   */
  public static final StormScene TEN_THOUSAND = new StormScene(1_000, 10, 200, 100);

  public int clients() {
    return rooms * members;
  }

  /** As it stands in the results. */
  public String name() {
    return "storm-" + clients();
  }
}
