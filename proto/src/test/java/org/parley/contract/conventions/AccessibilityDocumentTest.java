package org.parley.contract.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** docs/accessibility.md names a test for all it promises, and each of them exists. */
class AccessibilityDocumentTest {

  private static final int LEAST = 20;

  private final NamedTests document;

  AccessibilityDocumentTest() throws IOException {
    document = NamedTests.of("docs/accessibility.md");
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
