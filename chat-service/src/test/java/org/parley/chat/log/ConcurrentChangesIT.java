package org.parley.chat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.platform.MigratedDatabase;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.it.DatabaseForTests;

/** Writers of one hot room, on two lanes as on two instances, send, edit, delete and react. */
class ConcurrentChangesIT {

  private static final int WRITERS = 6;
  private static final int DEEDS = 250;
  private static final int MOST_WAITING = 20;

  private static DatabaseForTests database;

  private final List<AppendLane> lanes = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AppendStatement appending = new AppendStatement(database.dataSource());
  private final ChangeStatement changing = new ChangeStatement(database.dataSource());
  private final List<Posted> messages = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Changed> changed = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<ProblemType> refused = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = MigratedDatabase.start();
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @Test
  void everyChangeHasItsOwnNumberAndShowsOnce() throws Exception {
    long room = Log.room(database.dataSource(), LongStream.rangeClosed(1, WRITERS));
    WatchedLane watch = new WatchedLane();
    for (int i = 0; i < 2; i++) {
      AppendLane lane = new AppendLane(watch, AppendLane.MAX_BATCH);
      lanes.add(lane);
      threads.add(Thread.ofPlatform().start(lane));
    }
    write(room);
    lanes.forEach(AppendLane::close);
    for (Thread thread : threads) {
      assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }

    assertThat(watch.batchSizes).as("some commits were shared").anyMatch(size -> size > 3);
    assertThat(refused)
        .as("edits and reactions that came too late")
        .containsOnly(ProblemType.CONFLICT);
    assertNumbersAreDense(room);
    assertLastStatesAreStored(room);
    assertThat(
            Log.numbers(
                database.dataSource(),
                "select deadlocks from pg_stat_database where datname = current_database()"))
        .containsExactly(0L);
  }

  private void write(long room) throws Exception {
    List<Callable<Void>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      Person person = new Person(1 + i, "writer-" + i);
      AppendLane lane = lanes.get(i % lanes.size());
      writers.add(
          () -> {
            write(room, person, lane);
            return null;
          });
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS)) {
      for (Future<Void> done : pool.invokeAll(writers, 120, TimeUnit.SECONDS)) {
        done.get();
      }
    }
  }

  /** Hands in some deeds before it waits for the first, so that lanes have something to batch. */
  private void write(long room, Person person, AppendLane lane) {
    Random random = new Random(person.id());
    for (int deed = 0; deed < DEEDS; deed += MOST_WAITING) {
      Stream.generate(() -> act(room, person, lane, random))
          .limit(MOST_WAITING)
          .toList()
          .forEach(this::await);
    }
  }

  private Future<?> act(long room, Person person, AppendLane lane, Random random) {
    if (messages.isEmpty() || random.nextInt(4) == 0) {
      NewMessage message = NewMessage.received(person, room, null, "n" + random.nextInt());
      return lane.add(appending, message).thenAccept(messages::add).toCompletableFuture();
    }
    Posted any = messages.get(random.nextInt(messages.size()));
    Person author = any.message().author();
    MessageChange change =
        switch (random.nextInt(10)) {
          case 0 -> new MessageChange.Delete(author, room, any.seq());
          case 1, 2, 3 -> new MessageChange.Edit(author, room, any.seq(), "e" + random.nextInt(3));
          default ->
              new MessageChange.React(
                  person, room, any.seq(), "r" + random.nextInt(3), random.nextInt(3) > 0);
        };
    return lane.add(changing, change).thenAccept(changed::add).toCompletableFuture();
  }

  private void await(Future<?> deed) {
    try {
      deed.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() instanceof CompletionException c ? c.getCause() : e.getCause();
      assertThat(cause).isInstanceOf(ProblemException.class);
      refused.add(((ProblemException) cause).type());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private void assertNumbersAreDense(long room) throws SQLException {
    List<Long> numbers =
        Stream.concat(
                messages.stream().map(Posted::changeSeq),
                changed.stream().filter(Changed::isNew).map(c -> c.message().changeSeq()))
            .sorted()
            .toList();
    assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
    assertThat(messages.stream().map(Posted::seq).sorted().toList())
        .isEqualTo(LongStream.rangeClosed(1, messages.size()).boxed().toList());
    assertThat(new Changes(database.dataSource()).heads(room))
        .containsExactly((long) messages.size(), (long) numbers.size());
  }

  /** Whoever was told of all changes knows what the table knows. */
  private void assertLastStatesAreStored(long room) throws SQLException {
    Map<Long, StoredMessage> last =
        changed.stream()
            .filter(Changed::isNew)
            .map(Changed::message)
            .collect(
                Collectors.toMap(
                    StoredMessage::seq,
                    message -> message,
                    BinaryOperator.maxBy(Comparator.comparingLong(StoredMessage::changeSeq))));
    List<String> told =
        last.values().stream()
            .sorted(Comparator.comparingLong(StoredMessage::seq))
            .map(
                message ->
                    "%d/%d/%s/%s"
                        .formatted(
                            message.seq(),
                            message.changeSeq(),
                            message.content(),
                            message.deletedAt() != null))
            .toList();
    assertThat(told)
        .hasSizeGreaterThan(20)
        .isEqualTo(
            Log.texts(
                database.dataSource(),
                """
                select seq || '/' || change_seq || '/' || content || '/' || (deleted_at is not null)
                from messages where room_id = %d and change_seq > sent_change order by seq
                """
                    .formatted(room)));
    assertThat(
            Log.numbers(
                database.dataSource(),
                """
                select count(*) from messages m where room_id = %d and
                  (select coalesce(sum((r ->> 'count')::int), 0)
                   from json_array_elements(m.reactions::json) r)
                  <> (select count(*) from message_reactions x
                      where x.room_id = m.room_id and x.seq = m.seq)
                """
                    .formatted(room)))
        .as("messages whose sum of reactions is wrong")
        .containsExactly(0L);
  }
}
