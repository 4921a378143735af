package org.parley.chat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.parley.chat.identity.Person;
import org.parley.chat.log.BatchStatement.Failure;
import org.parley.chat.log.BatchStatement.Outcome;
import org.parley.contract.ProblemType;

/** The two statements on a real PostgreSQL, one send or change after another. */
public final class Changes {

  private final DataSource database;
  private final AppendStatement appending;
  private final ChangeStatement changing;

  public Changes(DataSource database) {
    this.database = database;
    this.appending = new AppendStatement(database);
    this.changing = new ChangeStatement(database);
  }

  /** A new public room with these members; its id. */
  public long room(Person... members) throws SQLException {
    return Log.room(database, Arrays.stream(members).mapToLong(Person::id));
  }

  /** For other packages: what cannot be done there is a test's failure. */
  public void say(Person author, long room, String content) {
    try {
      send(author, room, content);
    } catch (Failure e) {
      throw new AssertionError(e);
    }
  }

  /** The same for a change. */
  public void make(MessageChange change) {
    try {
      done(change);
    } catch (Failure e) {
      throw new AssertionError(e);
    }
  }

  Posted send(Person author, long room, String content) throws Failure {
    return send(NewMessage.received(author, room, null, content));
  }

  Posted send(NewMessage message) throws Failure {
    return done(appending.run(List.of(message)).getFirst());
  }

  List<Outcome<Changed>> run(List<MessageChange> changes) throws Failure {
    return changing.run(changes);
  }

  Changed done(MessageChange change) throws Failure {
    return done(run(List.of(change)).getFirst());
  }

  void assertRefused(MessageChange change, ProblemType why) throws Failure {
    assertRefused(run(List.of(change)).getFirst(), why);
  }

  /** {@code last_seq} and {@code change_seq} of the room. */
  List<Long> heads(long room) throws SQLException {
    return Log.numbers(database, "select last_seq, change_seq from rooms where id = " + room);
  }

  static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).result();
  }

  static void assertRefused(Outcome<?> outcome, ProblemType why) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.why().type()).isEqualTo(why));
  }
}
