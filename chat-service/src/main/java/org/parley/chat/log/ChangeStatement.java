package org.parley.chat.log;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.Person;
import org.parley.chat.mention.MentionedNames;
import org.parley.chat.protocol.FrameCodec;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/** {@code change_messages}: edits, deletions, reactions. */
@Dependent
class ChangeStatement extends BatchStatement<MessageChange, Changed> {

  private static final String SQL = "select * from change_messages(?, ?, ?, ?, ?, ?)";

  private static final List<Column<MessageChange>> COLUMNS =
      List.of(
          new Column<>("bigint", MessageChange::roomId),
          new Column<>("bigint", MessageChange::seq),
          new Column<>("bigint", change -> change.person().id()),
          new Column<>("text", ChangeStatement::kind),
          new Column<>("text", ChangeStatement::text),
          new Column<>("text", ChangeStatement::names));

  /**
   * Not shareable: a lane's thread never ends, and with it no unit of work in which connections are
   * shared, so that one that broke would stay in the pool for ever.
   */
  @Resource(lookup = "jdbc/parley", shareable = false)
  private DataSource database;

  /** For the container, which gives it the data source. */
  ChangeStatement() {
    super(SQL, COLUMNS);
  }

  ChangeStatement(DataSource database) {
    super(SQL, COLUMNS);
    this.database = database;
  }

  @Override
  DataSource database() {
    return database;
  }

  @Override
  long roomId(MessageChange change) {
    return change.roomId();
  }

  @Override
  @Nullable Object key(MessageChange change) {
    return null;
  }

  @Override
  boolean bearsDelay() {
    return false;
  }

  @Override
  Changed asNew(Changed changed) {
    return changed.asNew();
  }

  @Override
  Outcome<Changed> outcome(ResultSet row, MessageChange change) throws SQLException {
    String outcome = row.getString("outcome");
    return switch (outcome) {
      case "changed", "unchanged" ->
          new Outcome.Done<>(new Changed(message(row, change), outcome.equals("changed")));
      case "not_member" -> refused(ProblemType.NOT_MEMBER, "You are not a member of this room.");
      case "not_found" -> refused(ProblemType.NOT_FOUND, "There is no such message.");
      case "not_author" -> refused(ProblemType.FORBIDDEN, "This message is somebody else's.");
      case "removed" -> refused(ProblemType.CONFLICT, "The message was removed.");
      case "too_many_reactions" ->
          refused(ProblemType.CONFLICT, "The message has as many different emoji as it can.");
      default -> throw new IllegalStateException("change_messages answered " + outcome);
    };
  }

  private static Outcome<Changed> refused(ProblemType type, String detail) {
    return new Outcome.Refused<>(new ProblemException(type, detail));
  }

  private static StoredMessage message(ResultSet row, MessageChange change) throws SQLException {
    long author = row.getLong("user_id");
    String reactions = row.getString("reactions");
    return new StoredMessage(
        row.getLong("id"),
        change.roomId(),
        row.getLong("seq"),
        row.getLong("sent_change"),
        row.getLong("change_seq"),
        author == change.person().id() ? change.person() : new Person(author, Changed.UNNAMED),
        row.getObject("client_msg_id", UUID.class),
        row.getString("content"),
        requireNonNull(time(row, "created_at")),
        time(row, "edited_at"),
        time(row, "deleted_at"),
        reactions == null ? null : FrameCodec.reactions(reactions),
        row.getObject("reply_to", Long.class),
        mentions(row));
  }

  private static String kind(MessageChange change) {
    return switch (change) {
      case MessageChange.Edit edit -> "edit";
      case MessageChange.Delete delete -> "delete";
      case MessageChange.React react -> react.on() ? "react_on" : "react_off";
    };
  }

  private static @Nullable String names(MessageChange change) {
    return change instanceof MessageChange.Edit edit ? MentionedNames.in(edit.content()) : null;
  }

  private static @Nullable String text(MessageChange change) {
    return switch (change) {
      case MessageChange.Edit edit -> edit.content();
      case MessageChange.Delete delete -> null;
      case MessageChange.React react -> react.emoji();
    };
  }
}
