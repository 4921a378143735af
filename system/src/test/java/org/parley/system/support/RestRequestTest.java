package org.parley.system.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.promise.ContractDocument;

class RestRequestTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "9223372036854775807"})
  void takesEachNumberThatAnIdMayBe(String after) {
    assertThat(violations(after)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "9223372036854775808", "1.5", "seven"})
  void objectsToWhatNoIdCanBe(String after) {
    assertThat(violations(after)).isNotEmpty();
  }

  private static List<String> violations(String after) {
    return new RestRequest(
            ContractDocument.openApi(),
            RestContract.find("GET", "/api/v1/rooms").orElseThrow(),
            URI.create("http://localhost/api/v1/rooms?after=" + after))
        .violations(null);
  }
}
