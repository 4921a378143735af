package org.parley.chat.log;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.platform.MigratedDatabase;

/**
 * What group commit brings; see docs/decisions/0013-group-commit.md. Not part of the build: {@code
 * ./mvnw -pl chat-service -am test -Dtest=GroupCommitBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}. Rounds with and without alternate, so that whatever
 * else the machine does meets both.
 */
class GroupCommitBenchmark {

  private static final int LANES = 4;
  private static final int ROUNDS = 4;
  private static final Duration ROUND = Duration.ofSeconds(5);
  private static final Person AUTHOR = new Person(1, "author");
  private static final String CONTENT =
      "About as long as what people write to each other. ".repeat(2);

  /** So many clients, each of whom sends its next message when the one before is committed. */
  private record Load(String name, int rooms, int clients) {}

  @Test
  void withAndWithout() throws Exception {
    // Those of tests do without; here the disk is what is measured.
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start()) {
      DataSource database = postgres.getPostgresDatabase();
      MigratedDatabase.migrate(database);
      System.out.printf(
          "fsync %s, synchronous_commit %s%n",
          Log.texts(database, "show fsync"), Log.texts(database, "show synchronous_commit"));
      for (Load load :
          List.of(
              new Load("one room, 200 clients", 1, 200),
              new Load("50 rooms, 200 clients", 50, 200),
              new Load("a lone client", 1, 1))) {
        for (int round = 0; round <= ROUNDS; round++) {
          for (int maxBatch : new int[] {AppendLane.MAX_BATCH, 1}) {
            String result = round(database, load, maxBatch);
            if (round > 0) { // the first one warms up
              System.out.printf("%-22s batches <= %3d: %s%n", load.name, maxBatch, result);
            }
          }
        }
      }
    }
  }

  private static String round(DataSource database, Load load, int maxBatch) throws Exception {
    long[] rooms = new long[load.rooms];
    for (int i = 0; i < rooms.length; i++) {
      rooms[i] = Log.room(database, LongStream.of(AUTHOR.id()));
    }
    WatchedLane watch = new WatchedLane();
    ConcurrentLinkedQueue<long[]> latencies = new ConcurrentLinkedQueue<>();
    List<AppendLane> lanes = new ArrayList<>();
    List<AppendStatement> statements = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    List<Connection> connections = new ArrayList<>();
    try {
      for (int i = 0; i < LANES; i++) {
        connections.add(database.getConnection());
        lanes.add(new AppendLane(watch, maxBatch));
        statements.add(new AppendStatement(keeping(connections.get(i))));
        threads.add(Thread.ofPlatform().start(lanes.get(i)));
      }
      long end = System.nanoTime() + ROUND.toNanos();
      List<Thread> clients =
          IntStream.range(0, load.clients)
              .mapToObj(
                  i -> {
                    int lane = i % load.rooms % LANES;
                    return Thread.ofVirtual()
                        .start(
                            () ->
                                latencies.add(
                                    send(
                                        lanes.get(lane),
                                        statements.get(lane),
                                        rooms[i % load.rooms],
                                        end)));
                  })
              .toList();
      for (Thread client : clients) {
        client.join();
      }
      lanes.forEach(AppendLane::close);
      for (Thread thread : threads) {
        thread.join();
      }
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
    long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return "%,6.0f sends/s, %5.1f a batch, latency p50 %6.2f ms, p99 %6.2f ms"
        .formatted(
            all.length / (double) ROUND.toSeconds(),
            watch.batchSizes.stream().mapToInt(size -> size).average().orElse(0),
            all[all.length / 2] / 1e6,
            all[all.length * 99 / 100] / 1e6);
  }

  /** Nanoseconds of each send. */
  private static long[] send(AppendLane lane, AppendStatement statement, long room, long end) {
    LongStream.Builder nanos = LongStream.builder();
    long start = System.nanoTime();
    while (start < end) {
      try {
        lane.add(statement, NewMessage.received(AUTHOR, room, null, CONTENT))
            .toCompletableFuture()
            .get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
      long done = System.nanoTime();
      nanos.add(done - start);
      start = done;
    }
    return nanos.build().toArray();
  }

  /** As a pool would: closing gives the connection back. */
  private static DataSource keeping(Connection connection) {
    Connection lent =
        proxy(
            Connection.class,
            (proxy, method, arguments) ->
                method.getName().equals("close") ? null : method.invoke(connection, arguments));
    return proxy(DataSource.class, (proxy, method, arguments) -> lent);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            GroupCommitBenchmark.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
