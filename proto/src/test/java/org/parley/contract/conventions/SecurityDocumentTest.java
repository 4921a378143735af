package org.parley.contract.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** docs/security.md names a test for all it says, and each of them exists. */
class SecurityDocumentTest {

  private static final int LEAST = 40;

  private final NamedTests document;

  SecurityDocumentTest() throws IOException {
    document = NamedTests.of("docs/security.md");
  }

  @Test
  void namesTestsThatExist() {
    assertThat(document.count()).isGreaterThan(LEAST);
    assertThat(document.missing()).isEmpty();
  }

  @Test
  void everyRowOfItsTablesNamesOne() {
    assertThat(document.rowsWithoutOne()).isEmpty();
  }
}
