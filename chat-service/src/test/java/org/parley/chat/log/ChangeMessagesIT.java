package org.parley.chat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.log.BatchStatement.Failure;
import org.parley.chat.log.BatchStatement.Outcome;
import org.parley.chat.platform.MigratedDatabase;
import org.parley.chat.protocol.ServerFrame.Reaction;
import org.parley.contract.ProblemType;
import org.parley.contract.it.DatabaseForTests;

/** change_messages (V007) on a real PostgreSQL: what changes do. */
class ChangeMessagesIT {

  private static final Person ALICE = new Person(1, "alice");
  private static final Person BOB = new Person(2, "bob");

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
  void editsUnderTheNextChangeAndKeepsThePlace() throws Exception {
    long room = room();
    Posted first = changes.send(ALICE, room, "helo");
    changes.send(BOB, room, "hi");

    Changed edited = changes.done(new MessageChange.Edit(ALICE, room, 1, "hello"));
    assertThat(edited.isNew()).isTrue();
    StoredMessage message = edited.message();
    assertThat(message.messageId()).isEqualTo(first.messageId());
    assertThat(message.seq()).isEqualTo(1);
    assertThat(message.sentChange()).isEqualTo(1);
    assertThat(message.changeSeq()).isEqualTo(3);
    assertThat(message.author()).isEqualTo(ALICE);
    assertThat(message.clientMsgId()).isEqualTo(first.message().clientMsgId());
    assertThat(message.content()).isEqualTo("hello");
    assertThat(message.createdAt()).isEqualTo(first.createdAt());
    assertThat(message.editedAt()).isAfter(first.createdAt());
    assertThat(message.deletedAt()).isNull();
    assertThat(message.reactions()).isNull();
    assertThat(changes.heads(room)).containsExactly(2L, 3L);
  }

  @Test
  void theSameAgainChangesNothing() throws Exception {
    long room = room();
    changes.send(ALICE, room, "a");
    for (MessageChange change :
        List.of(
            new MessageChange.Edit(ALICE, room, 1, "b"),
            new MessageChange.React(BOB, room, 1, "👍", true),
            new MessageChange.React(BOB, room, 1, "👍", false),
            new MessageChange.Delete(ALICE, room, 1))) {
      Changed once = changes.done(change);
      List<Long> heads = changes.heads(room);
      Changed again = changes.done(change);
      assertThat(once.isNew()).isTrue();
      assertThat(again.isNew()).isFalse();
      assertThat(again.message()).isEqualTo(once.message());
      assertThat(changes.heads(room)).isEqualTo(heads);
    }
    Changed never = changes.done(new MessageChange.Delete(ALICE, room, 1));
    assertThat(never.message().changeSeq()).isEqualTo(5);
  }

  @Test
  void anEditToTheSameTextChangesNothing() throws Exception {
    long room = room();
    changes.send(ALICE, room, "a");
    Changed same = changes.done(new MessageChange.Edit(ALICE, room, 1, "a"));
    assertThat(same.isNew()).isFalse();
    assertThat(same.message().editedAt()).isNull();
    assertThat(same.message().changeSeq()).isEqualTo(1);
  }

  @Test
  void aRemovedMessageKeepsItsPlaceAndNothingElse() throws Exception {
    long room = room();
    Posted sent = changes.send(ALICE, room, "secret");
    changes.done(new MessageChange.React(BOB, room, 1, "👍", true));

    StoredMessage removed = changes.done(new MessageChange.Delete(ALICE, room, 1)).message();
    assertThat(removed.seq()).isEqualTo(1);
    assertThat(removed.content()).isEmpty();
    assertThat(removed.reactions()).isNull();
    assertThat(removed.deletedAt()).isAfter(sent.createdAt());
    assertThat(
            Log.texts(
                database.dataSource(),
                "select emoji from message_reactions where room_id = " + room))
        .isEmpty();
    assertThat(
            Log.texts(
                database.dataSource(),
                "select content || coalesce(reactions, '') from messages where room_id = " + room))
        .containsExactly("");
  }

  @Test
  void sumsReactionsInTheOrderOfTheirFirstUse() throws Exception {
    long room = room();
    changes.send(ALICE, room, "a");
    changes.done(new MessageChange.React(BOB, room, 1, "👍", true));
    changes.done(new MessageChange.React(ALICE, room, 1, "\"\\❤️", true));
    changes.done(new MessageChange.React(ALICE, room, 1, "👍", true));
    assertThat(react(room, BOB, "\"\\❤️", true))
        .containsExactly(
            new Reaction("👍", 2, List.of(BOB.id(), ALICE.id())),
            new Reaction("\"\\❤️", 2, List.of(ALICE.id(), BOB.id())));
    assertThat(react(room, BOB, "👍", false))
        .containsExactly(
            new Reaction("\"\\❤️", 2, List.of(ALICE.id(), BOB.id())),
            new Reaction("👍", 1, List.of(ALICE.id())));
    react(room, ALICE, "👍", false);
    react(room, ALICE, "\"\\❤️", false);
    assertThat(react(room, BOB, "\"\\❤️", false)).isNull();
  }

  @Test
  void namesTheFirstHundredAndCountsThemAll() throws Exception {
    long room = Log.room(database.dataSource(), LongStream.rangeClosed(1, 103));
    changes.send(ALICE, room, "a");
    List<MessageChange> crowd = new ArrayList<>();
    for (long id = 103; id >= 1; id--) {
      crowd.add(new MessageChange.React(new Person(id, "p" + id), room, 1, "👍", true));
    }
    List<Outcome<Changed>> outcomes = changes.run(crowd);
    StoredMessage last = Changes.done(outcomes.getLast()).message();
    assertThat(last.reactions()).hasSize(1);
    Reaction thumbs = last.reactions().getFirst();
    assertThat(thumbs.count()).isEqualTo(103);
    assertThat(thumbs.userIds())
        .isEqualTo(LongStream.iterate(103, id -> id - 1).limit(100).boxed().toList());
  }

  @Test
  void takesTwentyEmojiAndAnyNumberOfPeople() throws Exception {
    long room = room();
    changes.send(ALICE, room, "a");
    for (int i = 0; i < 20; i++) {
      changes.done(new MessageChange.React(ALICE, room, 1, "e" + i, true));
    }
    List<Long> heads = changes.heads(room);
    changes.assertRefused(
        new MessageChange.React(ALICE, room, 1, "e20", true), ProblemType.CONFLICT);
    assertThat(changes.heads(room)).isEqualTo(heads);
    assertThat(react(room, BOB, "e7", true)).hasSize(20);
    assertThat(react(room, ALICE, "e3", false)).hasSize(19);
    assertThat(react(room, ALICE, "e20", true)).hasSize(20);
  }

  @Test
  void eachChangeOfABatchShowsTheMessageAsItLeftIt() throws Exception {
    long tea = room();
    long coffee = room();
    changes.send(ALICE, tea, "t1");
    changes.send(ALICE, coffee, "c1");
    List<Changed> done =
        changes
            .run(
                List.of(
                    new MessageChange.Edit(ALICE, tea, 1, "t2"),
                    new MessageChange.Edit(ALICE, coffee, 1, "c2"),
                    new MessageChange.React(BOB, tea, 1, "👍", true),
                    new MessageChange.Edit(ALICE, tea, 1, "t2"),
                    new MessageChange.Edit(ALICE, tea, 1, "t3"),
                    new MessageChange.Delete(ALICE, coffee, 1),
                    new MessageChange.Delete(ALICE, tea, 1)))
            .stream()
            .map(Changes::done)
            .toList();
    assertThat(done)
        .map(changed -> changed.message().content())
        .containsExactly("t2", "c2", "t2", "t2", "t3", "", "");
    assertThat(done)
        .map(changed -> changed.message().changeSeq())
        .containsExactly(2L, 2L, 3L, 3L, 4L, 3L, 5L);
    assertThat(done).map(Changed::isNew).containsExactly(true, true, true, false, true, true, true);
    assertThat(done.get(4).message().reactions()).hasSize(1);
    assertThat(changes.heads(tea)).containsExactly(1L, 5L);
    assertThat(changes.heads(coffee)).containsExactly(1L, 3L);
  }

  @Test
  void keepsWhatPeopleWriteExactly() throws Exception {
    long room = room();
    changes.send(ALICE, room, "a");
    for (String text : List.of("😀".repeat(NewMessage.MAX_CONTENT), " ', \"\\ {}, %s \n", "NULL")) {
      Changed edited = changes.done(new MessageChange.Edit(ALICE, room, 1, text));
      assertThat(edited.message().content()).isEqualTo(text);
    }
  }

  @Test
  void sendsGoOnBehindAChange() throws Exception {
    long room = room();
    changes.send(ALICE, room, "a");
    changes.done(new MessageChange.Edit(ALICE, room, 1, "b"));
    Posted next = changes.send(BOB, room, "c");
    assertThat(next.seq()).isEqualTo(2);
    assertThat(next.changeSeq()).isEqualTo(3);
  }

  private static List<Reaction> react(long room, Person person, String emoji, boolean on)
      throws Failure {
    return changes.done(new MessageChange.React(person, room, 1, emoji, on)).message().reactions();
  }

  private static long room() throws SQLException {
    return Log.room(database.dataSource(), LongStream.of(ALICE.id(), BOB.id()));
  }
}
