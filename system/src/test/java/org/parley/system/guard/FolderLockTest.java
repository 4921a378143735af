package org.parley.system.guard;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.system.settings.StartProblem;

class FolderLockTest {

  @TempDir Path folder;

  @Test
  void refusesASecondSystemNamingTheFirstAndTheWayOut() {
    try (FolderLock first = FolderLock.take(folder, "PARLEY_DATA_DIR")) {
      assertThatThrownBy(() -> FolderLock.take(folder, "PARLEY_DATA_DIR"))
          .as("while %s is held", first)
          .isInstanceOf(StartProblem.class)
          .hasMessageContaining("kill " + ProcessHandle.current().pid())
          .hasMessageContaining("PARLEY_DATA_DIR");
    }
  }

  @Test
  void canBeTakenAgainAfterItsEnd() {
    FolderLock.take(folder, "PARLEY_DATA_DIR").close();

    assertThatCode(() -> FolderLock.take(folder, "PARLEY_DATA_DIR").close())
        .doesNotThrowAnyException();
  }
}
