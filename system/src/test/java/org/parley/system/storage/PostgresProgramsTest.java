package org.parley.system.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProgramsTest {

  @TempDir Path folder;

  @Test
  void deletesWhatWasUnpackedByHalf() throws IOException {
    Path half = program("PG-half", "bin/initdb");

    new PostgresPrograms(folder).exclusively(() -> assertThat(half).doesNotExist());
  }

  @Test
  void keepsWhatIsWhole() throws IOException {
    Path whole = program("PG-whole", ".exists", "bin/initdb", "bin/pg_ctl", "bin/postgres");

    new PostgresPrograms(folder).exclusively(() -> assertThat(whole).exists());
  }

  private Path program(String name, String... files) throws IOException {
    Path program = folder.resolve(name);
    for (String file : files) {
      Files.createDirectories(program.resolve(file).getParent());
      Files.createFile(program.resolve(file));
    }
    return program;
  }
}
