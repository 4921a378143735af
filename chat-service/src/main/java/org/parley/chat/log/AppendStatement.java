package org.parley.chat.log;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.parley.chat.mention.MentionedNames;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/** {@code append_messages}: sends. */
@Dependent
class AppendStatement extends BatchStatement<NewMessage, Posted> {

  /** What makes two sends the same one; the statement takes each at most once. */
  private record Key(long roomId, long userId, UUID clientMsgId) {}

  private static final String SQL = "select * from append_messages(?, ?, ?, ?, ?, ?)";

  private static final List<Column<NewMessage>> COLUMNS =
      List.of(
          new Column<>("bigint", NewMessage::roomId),
          new Column<>("bigint", message -> message.author().id()),
          new Column<>("uuid", NewMessage::clientMsgId),
          new Column<>("text", NewMessage::content),
          new Column<>("bigint", NewMessage::replyTo),
          new Column<>("text", message -> MentionedNames.in(message.content())));

  /**
   * Not shareable: a lane's thread never ends, and with it no unit of work in which connections are
   * shared, so that one that broke would stay in the pool for ever.
   */
  @Resource(lookup = "jdbc/parley", shareable = false)
  private DataSource database;

  /** For the container, which gives it the data source. */
  AppendStatement() {
    super(SQL, COLUMNS);
  }

  AppendStatement(DataSource database) {
    super(SQL, COLUMNS);
    this.database = database;
  }

  @Override
  DataSource database() {
    return database;
  }

  @Override
  long roomId(NewMessage message) {
    return message.roomId();
  }

  @Override
  Object key(NewMessage message) {
    return new Key(message.roomId(), message.author().id(), message.clientMsgId());
  }

  /** Its id makes it one, at any time. */
  @Override
  boolean bearsDelay() {
    return true;
  }

  @Override
  Posted asNew(Posted posted) {
    return posted.asNew();
  }

  @Override
  Outcome<Posted> outcome(ResultSet row, NewMessage message) throws SQLException {
    String outcome = row.getString("outcome");
    return switch (outcome) {
      case "sent", "repeat" ->
          new Outcome.Done<>(
              new Posted(
                  message,
                  row.getLong("id"),
                  row.getLong("seq"),
                  row.getLong("change_seq"),
                  requireNonNull(time(row, "created_at")),
                  mentions(row),
                  outcome.equals("sent"),
                  System.nanoTime()));
      case "not_member" -> new Outcome.Refused<>(new ProblemException(ProblemType.NOT_MEMBER));
      case "nothing_replied" ->
          new Outcome.Refused<>(
              ProblemException.invalid("reply_to", "There is no such message to reply to."));
      case "conflict" ->
          new Outcome.Refused<>(
              new ProblemException(
                  ProblemType.CONFLICT, "Another message was sent under this client_msg_id."));
      default -> throw new IllegalStateException("append_messages answered " + outcome);
    };
  }
}
