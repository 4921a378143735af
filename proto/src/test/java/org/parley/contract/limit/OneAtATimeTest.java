package org.parley.contract.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {

  private final OneAtATime<String> one = new OneAtATime<>();

  @Test
  void doesNothingElseForWhomItDoesSomething() {
    OneAtATime.Place adas = one.reserve("ada").orElseThrow();
    assertThat(one.reserve("ada")).isEmpty();
    assertThat(one.reserve("ben")).isPresent();
    adas.close();
    assertThat(one.reserve("ada")).isPresent();
  }

  @Test
  void keepsAPlaceUntilItIsClosed() {
    OneAtATime.Place adas = one.reserve("ada").orElseThrow();
    assertThat(one.reserve("ada")).isEmpty();

    adas.close();
    OneAtATime.Place next = one.reserve("ada").orElseThrow();
    adas.close();
    assertThat(one.reserve("ada")).as("it is another's by now").isEmpty();
    next.close();
    assertThat(one.reserve("ada")).isPresent();
  }

  @Test
  void isDoneWithWhatBreaksOff() {
    assertThatThrownBy(this::breakOff).isInstanceOf(IOException.class);
    assertThat(one.reserve("ada")).isPresent();
  }

  private void breakOff() throws IOException {
    try (OneAtATime.Place place = one.reserve("ada").orElseThrow()) {
      assertThat(place).isNotNull();
      throw new IOException("the reader is gone");
    }
  }
}
