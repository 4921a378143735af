package org.parley.chat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.log.BatchStatement.Failure;
import org.parley.chat.log.BatchStatement.Outcome;
import org.parley.chat.platform.MigratedDatabase;
import org.parley.contract.it.DatabaseForTests;

/** Four writers, as four instances would be, on a real PostgreSQL. */
class ConcurrentAppendIT {

  private static final int WRITERS = 4;
  private static final int BATCHES = 40;
  private static final int BATCH = 25;
  private static final double REPEATS = 0.08;

  private static DatabaseForTests database;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = MigratedDatabase.start();
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @Test
  void oneHotRoomHasNeitherHolesNorDoubles() throws Exception {
    List<Long> room = rooms(1);
    Map<UUID, Posted> posted = write(room);
    assertWellNumbered(room.getFirst(), posted.size());
  }

  @Test
  void writersOfTheSameRoomsNeverDeadlock() throws Exception {
    List<Long> rooms = rooms(6);
    Map<UUID, Posted> posted = write(rooms);
    for (long room : rooms) {
      assertWellNumbered(
          room, posted.values().stream().filter(one -> one.message().roomId() == room).count());
    }
  }

  /** Lets all writers write and checks that every send has one place, however often it was sent. */
  private static Map<UUID, Posted> write(List<Long> rooms) throws Exception {
    List<NewMessage> sentByAnybody = new CopyOnWriteArrayList<>();
    List<Callable<List<Outcome<Posted>>>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      Person author = new Person(1 + writer, "writer-" + writer);
      writers.add(() -> write(author, rooms, sentByAnybody));
    }
    Map<UUID, Posted> first = new HashMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (Future<List<Outcome<Posted>>> outcomes :
          threads.invokeAll(writers, 120, TimeUnit.SECONDS)) {
        for (Outcome<Posted> outcome : outcomes.get()) {
          assertThat(outcome).isInstanceOf(Outcome.Done.class);
          Posted posted = ((Outcome.Done<Posted>) outcome).result().asNew();
          Posted earlier = first.putIfAbsent(posted.message().clientMsgId(), posted);
          assertThat(posted)
              .usingRecursiveComparison()
              .ignoringFields("committedNanos")
              .isEqualTo(earlier == null ? posted : earlier);
        }
      }
    }
    assertThat(first).hasSizeBetween(1, WRITERS * BATCHES * BATCH - 1);
    return first;
  }

  private static List<Outcome<Posted>> write(
      Person author, List<Long> rooms, List<NewMessage> sentByAnybody) throws Failure {
    AppendStatement statement = new AppendStatement(database.dataSource());
    Random random = new Random(author.id());
    List<Outcome<Posted>> outcomes = new ArrayList<>();
    for (int batch = 0; batch < BATCHES; batch++) {
      // A batch holds a send once, as a lane sees to it; another writer may be sending it right
      // now.
      Map<UUID, NewMessage> sends = new LinkedHashMap<>();
      while (sends.size() < BATCH) {
        NewMessage send =
            random.nextDouble() < REPEATS && !sentByAnybody.isEmpty()
                ? sentByAnybody.get(random.nextInt(sentByAnybody.size()))
                : NewMessage.received(
                    author, rooms.get(random.nextInt(rooms.size())), null, "n" + random.nextInt());
        sends.put(send.clientMsgId(), send);
      }
      List<NewMessage> shuffled = new ArrayList<>(sends.values());
      Collections.shuffle(shuffled, random);
      sentByAnybody.addAll(shuffled);
      outcomes.addAll(statement.run(shuffled));
    }
    return outcomes;
  }

  private static void assertWellNumbered(long room, long messages) throws SQLException {
    assertThat(
            Log.numbers(
                database.dataSource(),
                """
                select r.last_seq, r.change_seq, count(*), min(m.seq), max(m.seq), count(distinct m.id),
                       count(*) filter (where m.change_seq = m.seq and m.sent_change = m.seq),
                       count(distinct (m.user_id, m.client_msg_id))
                from rooms r join messages m on m.room_id = r.id
                where r.id = %d group by r.id
                """
                    .formatted(room)))
        .containsExactly(messages, messages, messages, 1L, messages, messages, messages, messages);
  }

  private static List<Long> rooms(int number) throws SQLException {
    List<Long> rooms = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      rooms.add(Log.room(database.dataSource(), LongStream.rangeClosed(1, WRITERS)));
    }
    return rooms;
  }
}
