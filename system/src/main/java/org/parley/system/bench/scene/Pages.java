package org.parley.system.bench.scene;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.parley.system.bench.peer.ParleyContender;

/** How long a page of history takes, anywhere in a room. */
public final class Pages {

  /** Enough for a 99th percentile. */
  private static final int PAGES = 400;

  /** Until the server has seen the question often enough. */
  private static final int WARM_UP = 100;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final double NANOS_PER_MILLI = 1e6;
  private static final long SEED = 42;

  private Pages() {}

  /** Reads pages of fifty, as clients do, in a room of so many messages. */
  public static Map<String, Double> measure(ParleyContender parley, long room, int messages)
      throws InterruptedException {
    SplittableRandom random = new SplittableRandom(SEED);
    String token = parley.people(1).getFirst();
    double[] millis = new double[PAGES];
    for (int i = -WARM_UP; i < PAGES; i++) {
      long begin = System.nanoTime();
      parley
          .api()
          .get(
              "/rooms/" + room + "/messages?limit=50&before=" + random.nextLong(1, messages + 1L),
              token,
              PATIENCE);
      if (i >= 0) {
        millis[i] = (System.nanoTime() - begin) / NANOS_PER_MILLI;
      }
    }
    Arrays.sort(millis);
    return Map.of("page_p50_ms", millis[PAGES / 2], "page_p99_ms", millis[PAGES * 99 / 100]);
  }
}
