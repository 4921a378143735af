package org.parley.chat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.log.BatchStatement.Outcome;
import org.parley.chat.platform.MigratedDatabase;
import org.parley.contract.ProblemType;
import org.parley.contract.it.DatabaseForTests;

/** One send under one id is one message, whatever happens in between; on a real PostgreSQL. */
class RepeatedSendIT {

  private static final Person ALICE = new Person(1, "alice");

  private static DatabaseForTests database;
  private static Changes changes;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = MigratedDatabase.start();
    changes = new Changes(database.dataSource());
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @Test
  void afterAnEditARemovalAndTheEndOfTheMembership() throws Exception {
    long room = room();
    NewMessage send = NewMessage.received(ALICE, room, null, "first");
    Posted first = changes.send(send);

    changes.done(new MessageChange.Edit(ALICE, room, 1, "second"));
    assertIsRepeat(send, first);
    // The text it has by now is another message under the same id.
    assertConflict(new NewMessage(ALICE, room, send.clientMsgId(), "second"));

    changes.done(new MessageChange.Delete(ALICE, room, 1));
    assertIsRepeat(send, first);
    assertConflict(new NewMessage(ALICE, room, send.clientMsgId(), "second"));

    Log.endMembership(database.dataSource(), room, ALICE.id());
    assertIsRepeat(send, first);
    assertThat(changes.heads(room)).containsExactly(1L, 3L);
  }

  @Test
  void twiceInOneQueue() throws Exception {
    long room = room();
    NewMessage send = NewMessage.received(ALICE, room, null, "once");
    AppendStatement statement = new AppendStatement(database.dataSource());
    WatchedLane watch = new WatchedLane();
    AppendLane lane = new AppendLane(watch, AppendLane.MAX_BATCH);
    CompletableFuture<Posted> one = lane.add(statement, send).toCompletableFuture();
    CompletableFuture<Posted> two = lane.add(statement, send).toCompletableFuture();
    lane.close();
    lane.run();

    assertThat(one.get(10, TimeUnit.SECONDS).isNew()).isTrue();
    assertThat(two.get(10, TimeUnit.SECONDS).isNew()).isFalse();
    assertSame(two.join(), one.join());
    assertThat(watch.batchSizes).containsExactly(1, 1);
    assertThat(changes.heads(room)).containsExactly(1L, 1L);
  }

  @RepeatedTest(20)
  void onTwoInstancesAtOnce() throws Exception {
    long room = room();
    NewMessage send = NewMessage.received(ALICE, room, null, "once");
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Posted> instance =
        () -> {
          Changes mine = new Changes(database.dataSource());
          together.await(10, TimeUnit.SECONDS);
          return mine.send(send);
        };
    try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
      Future<Posted> left = instances.submit(instance);
      Future<Posted> right = instances.submit(instance);
      Posted one = left.get(20, TimeUnit.SECONDS);
      Posted other = right.get(20, TimeUnit.SECONDS);
      assertThat(List.of(one.isNew(), other.isNew())).containsExactlyInAnyOrder(true, false);
      assertSame(one, other);
    }
    assertThat(changes.heads(room)).containsExactly(1L, 1L);
  }

  /** The same message, whoever stored it first and whenever that was heard of. */
  private static void assertSame(Posted one, Posted other) {
    assertThat(one.asNew())
        .usingRecursiveComparison()
        .ignoringFields("committedNanos")
        .isEqualTo(other.asNew());
  }

  private static void assertIsRepeat(NewMessage send, Posted first) throws Exception {
    Posted repeat = changes.send(send);
    assertThat(repeat.isNew()).isFalse();
    assertSame(repeat, first);
  }

  private static void assertConflict(NewMessage send) throws Exception {
    List<Outcome<Posted>> outcomes = new AppendStatement(database.dataSource()).run(List.of(send));
    Changes.assertRefused(outcomes.getFirst(), ProblemType.CONFLICT);
  }

  private static long room() throws SQLException {
    return Log.room(database.dataSource(), LongStream.of(ALICE.id()));
  }
}
