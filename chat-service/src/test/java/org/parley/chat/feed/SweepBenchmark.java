package org.parley.chat.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.chat.platform.MigratedDatabase;
import org.parley.contract.it.DatabaseForTests;

/**
 * What one look of the sweep costs with 10,000 rooms open, on a real PostgreSQL. Not part of the
 * build: {@code ./mvnw -pl chat-service -am test -Dtest=SweepBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class SweepBenchmark {

  private static final int ROOMS = 10_000;
  private static final int LOOKS = 200;

  @Test
  void tenThousandRooms() throws Exception {
    try (DatabaseForTests database = MigratedDatabase.start()) {
      try (Connection connection = database.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "insert into rooms (name, type, created_by) select 'room ' || n, 'public', 1 from generate_series(1, "
                + ROOMS
                + ") n");
        statement.execute("vacuum analyze rooms");
      }
      RoomHeadStore store = new RoomHeadStore(database.dataSource());
      List<RoomHead> known =
          LongStream.rangeClosed(1, ROOMS).mapToObj(id -> new RoomHead(id, 0, 0, 0, "")).toList();
      report("nothing differs", store, known, 0);
      try (Connection connection = database.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("update rooms set last_seq = 1, change_seq = 1 where id % 100 = 0");
      }
      report("100 rooms differ", store, known, ROOMS / 100);
    }
  }

  private static void report(String what, RoomHeadStore store, List<RoomHead> known, int differing)
      throws Exception {
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < LOOKS; i++) {
      long start = System.nanoTime();
      assertThat(store.differences(known).heads()).hasSize(differing);
      micros.add((System.nanoTime() - start) / 1_000);
    }
    List<Long> sorted = micros.subList(LOOKS / 2, LOOKS); // the first half warms up
    Collections.sort(sorted);
    System.out.printf(
        "%d rooms, %s: median %.1f ms, worst of %d looks %.1f ms%n",
        ROOMS,
        what,
        sorted.get(sorted.size() / 2) / 1_000.0,
        sorted.size(),
        sorted.getLast() / 1_000.0);
  }
}
