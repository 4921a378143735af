package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08001", "08006", "57P01", "57P03", "53100", "53300", "55P03", "57014", "25P03", "58030",
        "25006", "55000"
      })
  void isADatabaseThatIsAwayOrStuck(String state) {
    assertThat(Outage.caused(new IllegalStateException(new SQLException("", state)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "40001", "42P01"})
  void isNotAMistakeOrAConflict(String state) {
    assertThat(Outage.caused(new IllegalStateException(new SQLException("", state)))).isFalse();
  }

  @Test
  void isAPoolThatStayedEmpty() {
    assertThat(Outage.caused(new SQLTransientConnectionException("timed out"))).isTrue();
  }

  @Test
  void survivesExceptionsWithoutStateAndChainsThatBiteTheirTail() {
    assertThat(Outage.caused(new SQLException("no state"))).isFalse();
    Exception inner = new Exception();
    Exception outer = new Exception(inner);
    inner.initCause(outer);
    assertThat(Outage.caused(outer)).isFalse();
  }
}
