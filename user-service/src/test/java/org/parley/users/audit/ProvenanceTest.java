package org.parley.users.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.users.audit.Provenance.From;

class ProvenanceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"203.0.113.9", "2001:db8::1", "2001:db8:0:0:0:0:0:0/64", "::ffff:203.0.113.9"})
  void takesAddresses(String address) {
    assertThat(From.of(address, null)).isEqualTo(new From(address, ""));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "unknown", "203.0.113.9, 10.0.0.1", "203.0.113.9\nadmin_claimed"})
  void takesNothingElseForOne(String text) {
    assertThat(From.of(text, null).address()).isEmpty();
  }

  @Test
  void writesWhatADeviceCallsItselfSoThatItForgesNoLine() {
    assertThat(From.of(null, "a\nb\u0000ü" + "x".repeat(300)).userAgent())
        .startsWith("a?b??x")
        .hasSize(255);
  }
}
