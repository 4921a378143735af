package org.parley.system.bench.storm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.parley.system.bench.load.LoadProblem;
import org.parley.system.bench.load.Ticket;
import org.parley.system.bench.wire.WireThread;

/** Clients that come back by themselves, all on one thread. */
final class Flock implements AutoCloseable {

  /** As many as usually wait to be let in. */
  private static final int ENTER_AT_ONCE = 64;

  private static final long ENTER_POLL_MILLIS = 5;
  private static final long POLL_MILLIS = 100;

  /** When nobody was let in for so long, nobody will be. */
  private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** The same pauses in every run. */
  private static final long SEED = 42;

  private final WireThread thread = new WireThread();
  private final Tally tally = new Tally();
  private final List<StormClient> clients;

  Flock(List<Ticket> tickets) {
    SplittableRandom random = new SplittableRandom(SEED);
    this.clients =
        tickets.stream().map(ticket -> new StormClient(thread, tally, random, ticket)).toList();
  }

  /** Lets all of them in, some at a time. */
  void enter() throws InterruptedException {
    int begun = 0;
    int before = -1;
    long since = System.nanoTime();
    for (int inside = 0; inside < clients.size(); inside = inside()) {
      if (inside > before) {
        before = inside;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > STALLED_NANOS) {
        throw new LoadProblem(inside + " of " + clients.size() + " clients came in, no more.");
      }
      int until = Math.min(clients.size(), inside + ENTER_AT_ONCE);
      if (until > begun) {
        List<StormClient> next = clients.subList(begun, until);
        thread.run(() -> next.forEach(StormClient::connect));
        begun = until;
      }
      TimeUnit.MILLISECONDS.sleep(ENTER_POLL_MILLIS);
    }
  }

  /** Has them come back to another instance. */
  void moveTo(int port) throws InterruptedException {
    thread.run(() -> clients.forEach(client -> client.moveTo(port)));
  }

  /** Counts anew; those count as inside who have come back from now on. */
  void expectLoss() throws InterruptedException {
    thread.run(
        () -> {
          tally.restart();
          clients.forEach(client -> client.seat().expectLoss());
        });
  }

  /** All of them lose their connections. */
  void lose() throws InterruptedException {
    expectLoss();
    thread.run(() -> clients.forEach(StormClient::lose));
  }

  /** Waits until all are inside; false when they are not after so long. */
  boolean awaitInside(Duration limit) throws InterruptedException {
    long begin = System.nanoTime();
    while (inside() < clients.size()) {
      if (System.nanoTime() - begin > limit.toNanos()) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return true;
  }

  int inside() throws InterruptedException {
    return thread.call(() -> tally.inside);
  }

  /** When those who are inside came in, in seconds since then and in their order. */
  double[] insideAfter(long beginNanos) throws InterruptedException {
    return thread.call(
        () ->
            clients.stream()
                .map(StormClient::seat)
                .filter(Seat::isInside)
                .mapToDouble(seat -> (seat.insideSince() - beginNanos) / 1e9)
                .sorted()
                .toArray());
  }

  /** Adds what happened to them. */
  void report(Map<String, Double> metrics) throws InterruptedException {
    thread.run(
        () -> {
          metrics.put("failed_connects", (double) tally.failed);
          metrics.put("lost_again", (double) tally.lost);
          metrics.put("refused", (double) tally.refused);
          metrics.put("resyncs", (double) tally.resyncs);
          metrics.put("replayed", (double) tally.replayed);
        });
  }

  /** How many deliveries of what was promised did not happen, in all rooms together. */
  long missing(Map<Long, Long> newest) throws InterruptedException {
    return sum(seat -> seat.received().missingUpTo(newest.getOrDefault(seat.roomId(), 0L)));
  }

  long doubled() throws InterruptedException {
    return sum(seat -> seat.received().doubled());
  }

  long outOfOrder() throws InterruptedException {
    return sum(seat -> seat.received().outOfOrder());
  }

  private long sum(ToLongFunction<Seat> what) throws InterruptedException {
    return thread.call(() -> clients.stream().map(StormClient::seat).mapToLong(what).sum());
  }

  @Override
  public void close() {
    try {
      thread.run(() -> clients.forEach(StormClient::leave));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.close();
  }
}
