package org.parley.chat.log;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.parley.chat.log.AppendFailure.Blame;
import org.parley.contract.Outage;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * The one statement by hand: {@code append_messages} (V005), a whole batch in one round trip and,
 * by autocommit, one commit. Hibernate would need a round trip per step while it holds the rooms'
 * locks.
 */
@ApplicationScoped
class AppendStatement {

  /** What became of one send. */
  sealed interface Outcome {
    /** It is in the log, now or since an earlier send. */
    record Stored(Posted posted) implements Outcome {}

    /** Its author is not in the room. */
    record NotMember() implements Outcome {}

    /** Its id stands for another content. */
    record Conflict() implements Outcome {}

    /** The same, of a message nobody was told about yet. */
    default Outcome asNew() {
      return this instanceof Stored stored ? new Stored(stored.posted().asNew()) : this;
    }
  }

  /** lock_not_available: another writer holds the room. */
  private static final String LOCK_TIMEOUT = "55P03";

  /** Class 40, the whole transaction was rolled back, and 53, PostgreSQL is short of something. */
  private static final String ROLLED_BACK = "40";

  private static final String NO_RESOURCES = "53";

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  @Resource(lookup = "jdbc/parley")
  private DataSource database;

  AppendStatement() {} // the container gives it the data source

  AppendStatement(DataSource database) {
    this.database = database;
  }

  /** Appends the sends; one outcome for each, in their order. */
  List<Outcome> append(List<NewMessage> messages) throws AppendFailure {
    try (Connection connection = database.getConnection();
        PreparedStatement call =
            connection.prepareStatement("select * from append_messages(?, ?, ?, ?)")) {
      call.setArray(1, array(connection, "bigint", messages, NewMessage::roomId));
      call.setArray(2, array(connection, "bigint", messages, message -> message.author().id()));
      call.setArray(3, array(connection, "uuid", messages, NewMessage::clientMsgId));
      call.setArray(4, array(connection, "text", messages, NewMessage::content));
      List<Outcome> outcomes = new ArrayList<>(messages.size());
      try (ResultSet rows = call.executeQuery()) {
        while (rows.next()) {
          outcomes.add(outcome(rows, messages.get(outcomes.size())));
        }
      }
      return outcomes;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static Outcome outcome(ResultSet row, NewMessage message) throws SQLException {
    String outcome = row.getString("outcome");
    return switch (outcome) {
      case "sent", "repeat" ->
          new Outcome.Stored(
              new Posted(
                  message,
                  row.getLong("id"),
                  row.getLong("seq"),
                  row.getLong("change_seq"),
                  row.getObject("created_at", OffsetDateTime.class).toInstant(),
                  outcome.equals("sent")));
      case "not_member" -> new Outcome.NotMember();
      case "conflict" -> new Outcome.Conflict();
      default -> throw new IllegalStateException("append_messages answered " + outcome);
    };
  }

  private static java.sql.Array array(
      Connection connection,
      String type,
      List<NewMessage> messages,
      Function<NewMessage, Object> column)
      throws SQLException {
    return connection.createArrayOf(type, messages.stream().map(column).toArray());
  }

  /** What a failed statement means for its batch and for the senders. */
  static AppendFailure failure(SQLException e) {
    String state = e.getSQLState();
    if (LOCK_TIMEOUT.equals(state)) {
      return new AppendFailure(Blame.SEND, ProblemException.busy("The room is busy.", RETRY_AFTER));
    }
    if (state == null
        || Outage.caused(e)
        || state.startsWith(ROLLED_BACK)
        || state.startsWith(NO_RESOURCES)) {
      return new AppendFailure(
          Blame.DATABASE,
          ProblemException.unavailable("Messages cannot be stored right now.", RETRY_AFTER, e));
    }
    return new AppendFailure(Blame.SEND, new ProblemException(ProblemType.INTERNAL));
  }
}
