package org.parley.chat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.log.BatchStatement.Outcome;
import org.parley.chat.mention.Mentions;
import org.parley.chat.platform.MigratedDatabase;
import org.parley.contract.ProblemType;
import org.parley.contract.it.DatabaseForTests;

/** What a message refers to: another one, and people; on a real PostgreSQL. */
class RepliesAndMentionsIT {

  private static final Person ADA = new Person(1, "Ada");
  private static final Person BEN = new Person(2, "ben");
  private static final Person STRANGER = new Person(99, "stranger");

  private static DatabaseForTests database;
  private static AppendStatement statement;
  private static Changes changes;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = MigratedDatabase.start();
    statement = new AppendStatement(database.dataSource());
    changes = new Changes(database.dataSource());
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @Test
  void aReplyIsToAMessageOfTheSameRoomAlsoToOneThatWasRemoved() throws Exception {
    long room = room();
    long other = room();
    changes.send(ADA, other, "elsewhere");
    changes.send(ADA, other, "elsewhere");
    Changes.assertRefused(append(reply(ADA, room, "to nothing", 1)), ProblemType.VALIDATION_FAILED);
    changes.send(ADA, room, "first");
    changes.done(new MessageChange.Delete(ADA, room, 1));
    List<Outcome<Posted>> outcomes =
        statement.run(
            List.of(
                reply(BEN, room, "to it", 1),
                reply(BEN, room, "to what comes with it", 2),
                reply(BEN, room, "to nothing", 0),
                reply(BEN, room, "to nothing", -1),
                reply(STRANGER, room, "to it", 1),
                NewMessage.received(BEN, room, null, "third")));
    Posted posted = Changes.done(outcomes.getFirst());
    assertThat(posted.toFrame().replyTo()).isEqualTo(1);
    for (int refused = 1; refused <= 3; refused++) {
      Changes.assertRefused(outcomes.get(refused), ProblemType.VALIDATION_FAILED);
    }
    Changes.assertRefused(outcomes.get(4), ProblemType.NOT_MEMBER);
    assertThat(Changes.done(outcomes.get(5)).seq()).as("no hole").isEqualTo(3);
    Changed edited = changes.done(new MessageChange.Edit(BEN, room, 2, "edited"));
    assertThat(edited.message().replyTo()).isEqualTo(1);
  }

  @Test
  void aRepeatHasTheSameReplyTo() throws Exception {
    long room = room();
    changes.send(ADA, room, "first");
    UUID id = UUID.randomUUID();
    Posted first = Changes.done(append(new NewMessage(BEN, room, id, "same", 1L)));
    Posted again = Changes.done(append(new NewMessage(BEN, room, id, "same", 1L)));
    assertThat(again.isNew()).isFalse();
    assertThat(again.seq()).isEqualTo(first.seq());
    Changes.assertRefused(append(new NewMessage(BEN, room, id, "same", 2L)), ProblemType.CONFLICT);
    Changes.assertRefused(append(new NewMessage(BEN, room, id, "same")), ProblemType.CONFLICT);
  }

  @Test
  void aRepeatOfWhatAnInstanceOfBeforeStoredIsOne() throws Exception {
    long room = room();
    UUID id = UUID.randomUUID();
    Log.texts(
        database.dataSource(),
        "select outcome from append_messages(array[%d], array[%d::bigint], array['%s'::uuid], array['same'])"
            .formatted(room, BEN.id(), id));
    assertThat(Changes.done(append(new NewMessage(BEN, room, id, "same"))).isNew()).isFalse();
  }

  @Test
  void namesBecomeMembersAndNobodyElse() throws Exception {
    long room = room();
    Posted posted = changes.send(BEN, room, "@ADA, @stranger, @nobody and @ben. And `@room`");
    assertThat(posted.mentions()).isEqualTo(new Mentions(List.of(1L, 2L), false));
    assertThat(posted.toFrame().mentions()).containsExactly(1L, 2L);
    assertThat(posted.toFrame().mentionsRoom()).isNull();
    assertThat(rows(room)).containsExactly("1", "1", "2", "1");

    Posted toAll = changes.send(BEN, room, "@room");
    assertThat(toAll.mentions()).isEqualTo(new Mentions(List.of(), true));
    assertThat(changes.send(BEN, room, "@nobody").mentions()).isEqualTo(Mentions.NONE);
    assertThat(rows(room)).containsExactly("0", "2", "1", "1", "2", "1");
  }

  @Test
  void aRepeatTellsOfTheSameMentions() throws Exception {
    long room = room();
    NewMessage send = NewMessage.received(BEN, room, null, "@ada");
    changes.send(send);
    assertThat(changes.send(send).mentions()).isEqualTo(new Mentions(List.of(1L), false));
    assertThat(rows(room)).hasSize(2);
  }

  @Test
  void anEditMentionsAnewAndADeletionNobody() throws Exception {
    long room = room();
    changes.send(BEN, room, "@ada");
    Changed edited = changes.done(new MessageChange.Edit(BEN, room, 1, "@room @ben"));
    assertThat(edited.message().mentions()).isEqualTo(new Mentions(List.of(2L), true));
    assertThat(rows(room)).containsExactly("0", "1", "2", "1");
    Changed reacted = changes.done(new MessageChange.React(ADA, room, 1, "👍", true));
    assertThat(reacted.message().mentions()).isEqualTo(edited.message().mentions());

    assertThat(changes.done(new MessageChange.Delete(BEN, room, 1)).message().mentions())
        .isEqualTo(Mentions.NONE);
    assertThat(rows(room)).isEmpty();
  }

  @Test
  void instancesOfBeforeEndMentionsToo() throws Exception {
    long room = room();
    changes.send(BEN, room, "@ada");
    changes.send(BEN, room, "@ada");
    Log.texts(
        database.dataSource(),
        "select outcome from change_messages(array[%1$d, %1$d], array[1, 2], array[2, 2], array['edit', 'delete'], array['x', null])"
            .formatted(room));
    assertThat(rows(room)).isEmpty();
    assertThat(changes.heads(room)).containsExactly(2L, 4L);
  }

  private static Outcome<Posted> append(NewMessage message) throws Exception {
    return statement.run(List.of(message)).getFirst();
  }

  private static NewMessage reply(Person author, long room, String content, long seq) {
    return NewMessage.received(author, room, null, content, seq);
  }

  /** Person and seq of each mention. */
  private static List<String> rows(long room) throws SQLException {
    return Log.texts(
        database.dataSource(),
        "select user_id, seq from message_mentions where room_id = " + room + " order by 1, 2");
  }

  private static long room() throws SQLException {
    long room = changes.room(ADA, BEN);
    Log.numbers(
        database.dataSource(),
        "update room_members set username = case user_id when 1 then 'Ada' else 'ben' end where room_id = %d returning 1"
            .formatted(room));
    return room;
  }
}
