package org.parley.chat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.chat.log.BatchStatement.Failure;
import org.parley.chat.log.BatchStatement.Failure.Blame;
import org.parley.contract.ProblemType;

class BatchStatementTest {

  @ParameterizedTest
  @CsvSource({
    "08006, DATABASE, UNAVAILABLE", // the connection broke
    "08001, DATABASE, UNAVAILABLE", // it could not be made
    "57P01, DATABASE, UNAVAILABLE", // PostgreSQL stops
    "57P03, DATABASE, UNAVAILABLE", // PostgreSQL starts
    "53300, DATABASE, UNAVAILABLE", // too many connections
    "53100, DATABASE, UNAVAILABLE", // disk full
    "40001, DATABASE, UNAVAILABLE", // serialization failure: the batch was rolled back, all of it
    "40P01, DATABASE, UNAVAILABLE", // deadlock
    "57014, DATABASE, UNAVAILABLE", // statement timeout
    "25006, DATABASE, UNAVAILABLE", // a read-only transaction: a standby
    "42883, OURSELVES, INTERNAL", // no such function: trying the sends one by one would not help
    "55P03, ROOM, BUSY", // lock timeout: one room is held up, the others need not wait
    "22021, ONE, INTERNAL", // text that cannot be stored
    "23514, ONE, INTERNAL", // a check
  })
  void saysWhoIsToBlameAndWhatTheSenderIsTold(String state, Blame blame, ProblemType type) {
    Failure failure = BatchStatement.failure(new SQLException("text of the database", state));
    assertThat(failure.blame()).isEqualTo(blame);
    assertThat(failure.problem().type()).isEqualTo(type);
    assertThat(failure.problem().retryAfter().isPresent()).isEqualTo(type.retryHelps());
    assertThat(failure.problem().getMessage()).doesNotContain("database");
  }

  @Test
  void blamesTheDatabaseWhenThePoolStayedEmpty() {
    // Liberty gives no SQLSTATE. Blaming a send would make each of a hundred wait for the pool, one
    // after another.
    Failure failure = BatchStatement.failure(new SQLTransientConnectionException("pool"));
    assertThat(failure.blame()).isEqualTo(Blame.DATABASE);
    assertThat(failure.problem().type()).isEqualTo(ProblemType.UNAVAILABLE);
  }
}
