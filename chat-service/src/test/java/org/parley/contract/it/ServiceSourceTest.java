package org.parley.contract.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServiceSourceTest {

  @Test
  void takesContainersWhereAnEngineAnswers() {
    assertThat(ServiceSource.choose("auto", () -> true)).isEqualTo(ServiceSource.CONTAINERS);
    assertThat(ServiceSource.choose("auto", () -> false)).isEqualTo(ServiceSource.EMBEDDED);
  }

  @Test
  void obeysTheProperty() {
    assertThat(ServiceSource.choose("embedded", ServiceSourceTest::neverAsked))
        .isEqualTo(ServiceSource.EMBEDDED);
    assertThat(ServiceSource.choose("containers", () -> true)).isEqualTo(ServiceSource.CONTAINERS);
  }

  @Test
  void saysWhatIsMissingWhereContainersCannotBe() {
    assertThatThrownBy(() -> ServiceSource.choose("containers", () -> false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "-Dparley.test.services=containers, but no Docker engine answers on this machine:"
                + " start one, or test with -Dparley.test.services=embedded");
  }

  @Test
  void refusesAWordItDoesNotKnow() {
    assertThatThrownBy(() -> ServiceSource.choose("podman", ServiceSourceTest::neverAsked))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("auto, containers or embedded");
  }

  private static boolean neverAsked() {
    throw new AssertionError("looked for an engine nobody wants");
  }
}
