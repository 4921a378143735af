package org.parley.chat.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.log.BatchStatement.Failure;
import org.parley.chat.log.BatchStatement.Outcome;
import org.parley.chat.platform.MigratedDatabase;
import org.parley.contract.ProblemType;
import org.parley.contract.it.DatabaseForTests;

/** change_messages (V007) on a real PostgreSQL: what it refuses, and to whom. */
class ChangeRefusalsIT {

  private static final Person OWNER = new Person(1, "owner");
  private static final Person BOB = new Person(2, "bob");
  private static final Person CAROL = new Person(3, "carol");
  private static final Person STRANGER = new Person(99, "stranger");

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
  void whoIsNoMemberChangesNothingAndLearnsNothing() throws Exception {
    long room = room();
    changes.send(BOB, room, "hello");
    for (long seq : List.of(1L, 2L)) {
      assertRefusedToAll(List.of(STRANGER), room, seq, ProblemType.NOT_MEMBER);
    }
    assertRefusedToAll(List.of(BOB), Long.MAX_VALUE, 1, ProblemType.NOT_MEMBER);
    assertThat(changes.heads(room)).containsExactly(1L, 1L);
  }

  @Test
  void whoLeftMayNotEvenChangeTheirOwn() throws Exception {
    long room = room();
    changes.send(BOB, room, "hello");
    Log.endMembership(database.dataSource(), room, BOB.id());
    assertRefusedToAll(List.of(BOB), room, 1, ProblemType.NOT_MEMBER);
  }

  @Test
  void thereMustBeSuchAMessage() throws Exception {
    long room = room();
    changes.send(BOB, room, "hello");
    for (long seq : List.of(Long.MIN_VALUE, -1L, 0L, 2L, Long.MAX_VALUE)) {
      assertRefusedToAll(List.of(OWNER, BOB), room, seq, ProblemType.NOT_FOUND);
    }
  }

  @Test
  void onlyItsAuthorEditsAMessage() throws Exception {
    long room = room();
    changes.send(BOB, room, "hello");
    for (Person other : List.of(OWNER, CAROL)) {
      changes.assertRefused(new MessageChange.Edit(other, room, 1, "mine"), ProblemType.FORBIDDEN);
    }
    assertThat(changes.heads(room)).containsExactly(1L, 1L);
  }

  @Test
  void itsAuthorAndAnOwnerRemoveAMessage() throws Exception {
    long room = room();
    changes.send(BOB, room, "one");
    changes.send(BOB, room, "two");
    changes.assertRefused(new MessageChange.Delete(CAROL, room, 1), ProblemType.FORBIDDEN);
    assertThat(changes.done(new MessageChange.Delete(BOB, room, 1)).isNew()).isTrue();
    Changed byOwner = changes.done(new MessageChange.Delete(OWNER, room, 2));
    assertThat(byOwner.isNew()).isTrue();
    assertThat(byOwner.isNamed()).as("the log does not know bob's name").isFalse();
    assertThat(byOwner.named("bob").message().author()).isEqualTo(BOB);
    changes.assertRefused(new MessageChange.Delete(CAROL, room, 1), ProblemType.FORBIDDEN);
  }

  @Test
  void aRemovedMessageTakesNothingMore() throws Exception {
    long room = room();
    changes.send(BOB, room, "hello");
    changes.done(new MessageChange.Delete(BOB, room, 1));
    changes.assertRefused(new MessageChange.Edit(BOB, room, 1, "again"), ProblemType.CONFLICT);
    for (boolean on : List.of(true, false)) {
      changes.assertRefused(
          new MessageChange.React(CAROL, room, 1, "👍", on), ProblemType.CONFLICT);
    }
    assertThat(changes.heads(room)).containsExactly(1L, 2L);
  }

  @Test
  void whatIsRefusedLeavesNoHoleInItsBatch() throws Exception {
    long room = room();
    changes.send(BOB, room, "hello");
    List<Outcome<Changed>> outcomes =
        changes.run(
            List.of(
                new MessageChange.Edit(BOB, room, 1, "a"),
                new MessageChange.Edit(CAROL, room, 1, "?"),
                new MessageChange.React(STRANGER, room, 1, "?", true),
                new MessageChange.React(CAROL, Long.MAX_VALUE, 1, "?", true),
                new MessageChange.React(CAROL, room, 1, "👍", true)));
    assertThat(Changes.done(outcomes.get(0)).message().changeSeq()).isEqualTo(2);
    Changes.assertRefused(outcomes.get(1), ProblemType.FORBIDDEN);
    Changes.assertRefused(outcomes.get(2), ProblemType.NOT_MEMBER);
    Changes.assertRefused(outcomes.get(3), ProblemType.NOT_MEMBER);
    assertThat(Changes.done(outcomes.get(4)).message().changeSeq()).isEqualTo(3);
    assertThat(changes.heads(room)).containsExactly(1L, 3L);
  }

  @Test
  void givesUpOnARoomThatSomebodyHolds() throws Exception {
    long room = room();
    changes.send(BOB, room, "hello");
    MessageChange edit = new MessageChange.Edit(BOB, room, 1, "waits");
    try (Connection holder = database.dataSource().getConnection();
        Statement lock = holder.createStatement()) {
      holder.setAutoCommit(false);
      lock.execute("select 1 from rooms where id = " + room + " for no key update");
      assertThatThrownBy(() -> changes.done(edit))
          .isInstanceOfSatisfying(
              Failure.class, failure -> assertThat(failure.blame()).isEqualTo(Failure.Blame.ROOM));
      holder.rollback();
    }
    assertThat(changes.done(edit).isNew()).isTrue();
  }

  private static void assertRefusedToAll(List<Person> people, long room, long seq, ProblemType why)
      throws Failure {
    for (Person person : people) {
      changes.assertRefused(new MessageChange.Edit(person, room, seq, "mine"), why);
      changes.assertRefused(new MessageChange.Delete(person, room, seq), why);
      changes.assertRefused(new MessageChange.React(person, room, seq, "👍", true), why);
      changes.assertRefused(new MessageChange.React(person, room, seq, "👍", false), why);
    }
  }

  private static long room() throws SQLException {
    long room = Log.room(database.dataSource(), LongStream.of(OWNER.id(), BOB.id(), CAROL.id()));
    Log.numbers(
        database.dataSource(),
        "update room_members set role = 'owner' where room_id = %d and user_id = %d returning user_id"
            .formatted(room, OWNER.id()));
    return room;
  }
}
