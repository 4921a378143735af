package org.parley.users.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNameTest {

  /** A dotted capital I, a Kelvin sign, a long s: lower() makes plain letters of some. */
  @ParameterizedTest
  @ValueSource(strings = {"kissed", "KISSED", "K\u0130SSED", "\u212Aissed", "ki\u017Fsed"})
  void isTheSameForWhatTheDatabaseTakesForOneName(String name) {
    assertThat(TypedName.of(name)).isEqualTo(TypedName.of("kissed"));
  }

  @Test
  void isAnotherForEachNameAndTellsNoneOfThem() {
    assertThat(TypedName.of("ada")).isNotEqualTo(TypedName.of("ada@example.org"));
    assertThat(TypedName.of("ada").key()).matches("[0-9a-f]{64}");
  }
}
