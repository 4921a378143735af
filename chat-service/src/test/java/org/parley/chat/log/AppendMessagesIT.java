package org.parley.chat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
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

/** append_messages (V005) on a real PostgreSQL. */
class AppendMessagesIT {

  private static final Person ALICE = new Person(1, "alice");
  private static final Person BOB = new Person(2, "bob");
  private static final Person STRANGER = new Person(99, "stranger");

  private static DatabaseForTests database;
  private static AppendStatement statement;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = MigratedDatabase.start();
    statement = new AppendStatement(database.dataSource());
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @Test
  void numbersTheMessagesOfEachRoomFromOne() throws Exception {
    long tea = room();
    long coffee = room();
    List<Outcome<Posted>> outcomes =
        statement.run(
            List.of(
                message(ALICE, tea, "t1"),
                message(BOB, coffee, "c1"),
                message(BOB, tea, "t2"),
                message(ALICE, tea, "t3")));

    assertThat(outcomes)
        .map(outcome -> posted(outcome).message().content())
        .containsExactly("t1", "c1", "t2", "t3");
    assertThat(outcomes).map(outcome -> posted(outcome).seq()).containsExactly(1L, 1L, 2L, 3L);
    assertThat(outcomes)
        .map(outcome -> posted(outcome).changeSeq())
        .containsExactly(1L, 1L, 2L, 3L);
    assertThat(outcomes).allMatch(outcome -> posted(outcome).isNew());
    assertThat(posted(append(message(BOB, coffee, "c2"))).seq()).isEqualTo(2);
  }

  @Test
  void answersARepeatWithTheFirstIds() throws Exception {
    long room = room();
    append(message(ALICE, room, "before"));
    NewMessage send = message(ALICE, room, "once");
    Posted first = posted(append(send));
    append(message(ALICE, room, "after"));

    Posted repeat = posted(append(send));
    assertThat(repeat.isNew()).isFalse();
    assertThat(repeat.asNew())
        .usingRecursiveComparison()
        .ignoringFields("committedNanos")
        .isEqualTo(first);
    assertThat(heads(room)).containsExactly(3L, 3L);
  }

  @Test
  void answersARepeatEvenAfterItsAuthorLeft() throws Exception {
    long room = room();
    NewMessage send = message(BOB, room, "bye");
    Posted first = posted(append(send));
    Log.endMembership(database.dataSource(), room, BOB.id());

    assertThat(posted(append(send)).seq()).isEqualTo(first.seq());
    assertRefused(append(message(BOB, room, "still here?")), ProblemType.NOT_MEMBER);
  }

  @Test
  void refusesAnotherContentUnderTheSameId() throws Exception {
    long room = room();
    NewMessage send = message(ALICE, room, "once");
    append(send);
    assertRefused(
        append(new NewMessage(ALICE, room, send.clientMsgId(), "twice")), ProblemType.CONFLICT);
    assertThat(heads(room)).containsExactly(1L, 1L);
  }

  @Test
  void keepsIdsOfDifferentPeopleAndRoomsApart() throws Exception {
    long room = room();
    UUID id = UUID.randomUUID();
    assertThat(posted(append(new NewMessage(ALICE, room, id, "a"))).seq()).isEqualTo(1);
    assertThat(posted(append(new NewMessage(BOB, room, id, "b"))).seq()).isEqualTo(2);
    assertThat(posted(append(new NewMessage(ALICE, room(), id, "a"))).seq()).isEqualTo(1);
  }

  @Test
  void leavesNoHoleForThoseItRefuses() throws Exception {
    long room = room();
    List<Outcome<Posted>> outcomes =
        statement.run(
            List.of(
                message(ALICE, room, "1"),
                message(STRANGER, room, "?"),
                message(ALICE, Long.MAX_VALUE, "?"),
                message(BOB, room, "2")));
    assertRefused(outcomes.get(1), ProblemType.NOT_MEMBER);
    assertRefused(outcomes.get(2), ProblemType.NOT_MEMBER);
    assertThat(posted(outcomes.get(3)).seq()).isEqualTo(2);
    assertThat(heads(room)).containsExactly(2L, 2L);
  }

  @Test
  void storesWhatPeopleWriteExactly() throws Exception {
    long room = room();
    String longest = "😀".repeat(NewMessage.MAX_CONTENT);
    List<String> texts = List.of(longest, " ', \"\\ {}, %s \n", "\u202E日本語\uFFFF", "NULL");
    statement.run(texts.stream().map(text -> message(ALICE, room, text)).toList());

    assertThat(texts(room)).isEqualTo(texts);
  }

  @Test
  void givesUpOnARoomThatSomebodyHolds() throws Exception {
    long room = room();
    try (Connection holder = database.dataSource().getConnection();
        Statement lock = holder.createStatement()) {
      holder.setAutoCommit(false);
      lock.execute("select 1 from rooms where id = " + room + " for no key update");
      Failure failure = null;
      try {
        append(message(ALICE, room, "waits"));
      } catch (Failure e) {
        failure = e;
      }
      assertThat(failure).isNotNull();
      assertThat(failure.blame()).isEqualTo(Failure.Blame.ROOM);
      holder.rollback();
    }
    assertThat(posted(append(message(ALICE, room, "goes on"))).seq()).isEqualTo(1);
  }

  private static Outcome<Posted> append(NewMessage message) throws Failure {
    return statement.run(List.of(message)).getFirst();
  }

  private static Posted posted(Outcome<Posted> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<Posted>) outcome).result();
  }

  private static void assertRefused(Outcome<Posted> outcome, ProblemType why) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.why().type()).isEqualTo(why));
  }

  private static NewMessage message(Person author, long room, String content) {
    return NewMessage.received(author, room, null, content);
  }

  private static long room() throws SQLException {
    return Log.room(database.dataSource(), LongStream.of(ALICE.id(), BOB.id()));
  }

  private static List<Long> heads(long room) throws SQLException {
    return Log.numbers(
        database.dataSource(), "select last_seq, change_seq from rooms where id = " + room);
  }

  private static List<String> texts(long room) throws SQLException {
    return Log.texts(
        database.dataSource(),
        "select content from messages where room_id = " + room + " order by seq");
  }
}
