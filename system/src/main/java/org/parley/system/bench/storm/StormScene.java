package org.parley.system.bench.storm;

/**
 * How large a storm is, and what raises it.
 *
 * @param members clients in each room, all on the first instance; one more, on the second, sends
 * @param warmUpRooms rooms whose members come and go on the second instance before
 * @param sendsPerSecond of all rooms together
 * @param orderly whether the first instance is asked to end, as with each upgrade, and not killed
 */
public record StormScene(
    int rooms, int members, int warmUpRooms, double sendsPerSecond, boolean orderly) {

  /**
   * Ten thousand clients, as many as one instance should hold, who say a hundred things a second
   * between them. The warm-up lets in 2,000, three times each.
   */
  public static final StormScene TEN_THOUSAND = new StormScene(1_000, 10, 200, 100, false);

  /** The same clients are sent away by an instance that ends in good order. */
  public static final StormScene TEN_THOUSAND_SENT_AWAY = new StormScene(1_000, 10, 200, 100, true);

  public int clients() {
    return rooms * members;
  }

  /** As it stands in the results. */
  public String name() {
    return (orderly ? "drain-" : "storm-") + clients();
  }
}
