package org.parley.contract.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** docs/client.md names a test for all that people may count on, and each of them exists. */
class ClientDocumentTest {

  private static final int LEAST = 100;

  private final NamedTests document;

  ClientDocumentTest() throws IOException {
    document = NamedTests.of("docs/client.md");
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
