package org.parley.chat.log;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.parley.chat.mention.Mentions;
import org.parley.contract.Outage;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.trace.Traces;

/**
 * A statement by hand that takes a whole batch in one round trip and, by autocommit, one commit.
 * Hibernate would need a round trip per step while it holds the rooms' locks.
 *
 * @param <I> what is asked for
 * @param <O> what it leads to
 */
abstract class BatchStatement<I, O> {

  /** One parameter of the statement: an array with a value of each input. */
  record Column<I>(String type, Function<I, @Nullable Object> value) {}

  /** What became of one input. */
  sealed interface Outcome<O> {
    /** It is in the log, now or since an earlier time. */
    record Done<O>(O result) implements Outcome<O> {}

    /** It is not in the log. */
    record Refused<O>(ProblemException why) implements Outcome<O> {}
  }

  /** A batch of which nothing is known to be stored. */
  static final class Failure extends Exception {

    /** What to try next. */
    enum Blame {
      /**
       * The database, or the way to it: the same batch may succeed again, whole; it may even have
       * been committed.
       */
      DATABASE,
      /** Another writer holds one of the rooms: nothing was committed, others need not wait. */
      ROOM,
      /** One of the batch: nothing was committed, and the others may succeed without it. */
      ONE,
      /** Us: nothing was committed, and nothing helps. */
      OURSELVES
    }

    private final Blame blame;
    private final transient ProblemException problem;

    Failure(Blame blame, ProblemException problem) {
      super(problem);
      this.blame = blame;
      this.problem = problem;
    }

    Blame blame() {
      return blame;
    }

    /** What people are told when nothing helps. */
    ProblemException problem() {
      return problem;
    }
  }

  /**
   * Something that was handed in, and its answer.
   *
   * @param since when, in nanoseconds of some clock
   * @param span from then to its answer
   */
  record Waiting<I, O>(
      BatchStatement<I, O> statement, I input, CompletableFuture<O> result, long since, Span span) {

    long roomId() {
      return statement.roomId(input);
    }

    /** Whether it was handed in before this, and must not be carried out so late. */
    boolean isTooLate(long latest) {
      return !statement.bearsDelay() && since - latest < 0;
    }

    /** Gives the answer; what follows from it belongs to the same trace. */
    void complete(O answer) {
      span.end();
      Traces.within(span, () -> result.complete(answer));
    }

    void refuse(RuntimeException why) {
      span.setStatus(StatusCode.ERROR, why.getClass().getSimpleName()).end();
      result.completeExceptionally(why);
    }
  }

  /** lock_not_available: another writer holds the room. */
  private static final String LOCK_TIMEOUT = "55P03";

  /** Classes 22 and 23: a value the database does not take. */
  private static final List<String> REFUSED_VALUE = List.of("22", "23");

  /** Classes 40, the whole transaction was rolled back, and 57, an operator intervened. */
  private static final List<String> MAY_SUCCEED_AGAIN = List.of("40", "57");

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final String sql;
  private final List<Column<I>> columns;

  BatchStatement(String sql, List<Column<I>> columns) {
    this.sql = sql;
    this.columns = columns;
  }

  abstract DataSource database();

  abstract long roomId(I input);

  /** What a batch may hold only once; null for what it may hold any number of times. */
  abstract @Nullable Object key(I input);

  /**
   * Whether it may be carried out however late. Otherwise its sender may have said it again
   * elsewhere, and the opposite since.
   */
  abstract boolean bearsDelay();

  /** The same, of something nobody was told about yet. */
  abstract O asNew(O result);

  abstract Outcome<O> outcome(ResultSet row, I input) throws SQLException;

  /** The input, handed in now; its span begins. */
  Waiting<I, O> waiting(I input, long now, Traces traces) {
    Span span = traces.beginWithin("append", SpanKind.INTERNAL);
    span.setAttribute("parley.room_id", roomId(input));
    return new Waiting<>(this, input, new CompletableFuture<>(), now, span);
  }

  /** Carries out what waits, in a span of its own. */
  List<Outcome<O>> run(List<Waiting<I, O>> batch, Traces traces) throws Failure {
    Span commit = traces.beginFor("commit", batch.stream().map(Waiting::span));
    try {
      return run(batch.stream().map(Waiting::input).toList());
    } catch (Failure e) {
      commit.setStatus(StatusCode.ERROR, e.blame().name());
      throw e;
    } finally {
      commit.setAttribute("parley.batch_size", batch.size()).end();
    }
  }

  /** Carries out the batch; one outcome for each, in their order. */
  List<Outcome<O>> run(List<I> batch) throws Failure {
    try (Connection connection = database().getConnection();
        PreparedStatement call = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        Column<I> column = columns.get(i);
        Object[] values = batch.stream().map(column.value).toArray();
        call.setArray(i + 1, connection.createArrayOf(column.type, values));
      }
      try (ResultSet rows = call.executeQuery()) {
        return outcomes(rows, batch);
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private List<Outcome<O>> outcomes(ResultSet rows, List<I> batch) throws SQLException {
    List<@Nullable Outcome<O>> outcomes = new ArrayList<>(Collections.nCopies(batch.size(), null));
    while (rows.next()) {
      int position = rows.getInt("input_position") - 1;
      outcomes.set(position, outcome(rows, batch.get(position)));
    }
    return List.copyOf(outcomes); // which takes no null: every input has its row
  }

  static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static Mentions mentions(ResultSet row) throws SQLException {
    Array stored = row.getArray("mentions");
    return stored == null ? Mentions.NONE : Mentions.of((Long[]) stored.getArray());
  }

  /** What a failed statement means for its batch and for whoever waits. */
  static Failure failure(SQLException e) {
    String state = e.getSQLState();
    if (LOCK_TIMEOUT.equals(state)) {
      return new Failure(
          Failure.Blame.ROOM, ProblemException.busy("The room is busy.", RETRY_AFTER));
    }
    if (state == null
        || Outage.caused(e)
        || MAY_SUCCEED_AGAIN.stream().anyMatch(state::startsWith)) {
      return new Failure(
          Failure.Blame.DATABASE,
          ProblemException.unavailable("Messages cannot be stored right now.", RETRY_AFTER, e));
    }
    Failure.Blame blame =
        REFUSED_VALUE.stream().anyMatch(state::startsWith)
            ? Failure.Blame.ONE
            : Failure.Blame.OURSELVES;
    return new Failure(blame, new ProblemException(ProblemType.INTERNAL));
  }
}
