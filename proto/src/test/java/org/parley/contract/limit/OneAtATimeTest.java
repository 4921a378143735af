package org.parley.contract.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {

  private final OneAtATime<String> one = new OneAtATime<>();
  private final List<String> done = new ArrayList<>();

  @Test
  void doesNothingElseForWhomItDoesSomething() throws IOException {
    boolean did =
        one.run(
            "ada",
            () -> {
              assertThat(one.isBusy("ada")).isTrue();
              assertThat(one.run("ada", () -> done.add("ada again"))).isFalse();
              assertThat(one.run("ben", () -> done.add("ben"))).isTrue();
              done.add("ada");
            });
    assertThat(did).isTrue();
    assertThat(done).containsExactly("ben", "ada");
    assertThat(one.isBusy("ada")).isFalse();
  }

  @Test
  void keepsAPlaceUntilItIsClosed() throws IOException {
    OneAtATime.Place adas = one.reserve("ada").orElseThrow();
    assertThat(one.reserve("ada")).isEmpty();
    assertThat(one.run("ada", () -> done.add("ada"))).isFalse();

    adas.close();
    OneAtATime.Place next = one.reserve("ada").orElseThrow();
    adas.close();
    assertThat(one.isBusy("ada")).as("it is another's by now").isTrue();
    next.close();
    assertThat(one.isBusy("ada")).isFalse();
  }

  @Test
  void isDoneWithWhatBreaksOff() throws IOException {
    assertThatThrownBy(
            () ->
                one.run(
                    "ada",
                    () -> {
                      throw new IOException("the reader is gone");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(one.run("ada", () -> done.add("ada"))).isTrue();
  }
}
