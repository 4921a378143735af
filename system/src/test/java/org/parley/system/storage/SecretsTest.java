package org.parley.system.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.system.settings.StartProblem;

class SecretsTest {

  @TempDir Path folder;

  @Test
  void areTheSameAtTheNextStart() {
    assertThat(Secrets.of(folder)).isEqualTo(Secrets.of(folder));
  }

  @Test
  void areOthersInAnotherFolder(@TempDir Path other) {
    assertThat(Secrets.of(folder)).isNotEqualTo(Secrets.of(other));
  }

  @Test
  void canBeReadByTheirOwnerOnly() throws IOException {
    Secrets.of(folder);

    assertThat(Files.getPosixFilePermissions(folder.resolve("secrets.properties")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void areNotMadeAnewForDatabasesThatHaveOthers() throws IOException {
    Files.createDirectories(folder.resolve("postgres"));
    Files.createFile(folder.resolve("postgres/PG_VERSION"));

    assertThatThrownBy(() -> Secrets.of(folder))
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining("put it back");
  }

  @Test
  void doNotPrintThemselves() {
    Secrets secrets = Secrets.of(folder);

    assertThat(secrets.toString())
        .doesNotContain(secrets.superuser())
        .doesNotContain(secrets.serviceCredential());
  }
}
