package org.parley.users.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.it.DatabaseForTests;
import org.parley.contract.schema.SchemaJob;

/** The program that brings a schema up to date before services start, as containers run it. */
class SchemaJobIT {

  private record Ended(int status, String said) {}

  @TempDir private Path folder;

  @Test
  void migratesOnceAndIsGladToFindNothingToDo() throws Exception {
    try (DatabaseForTests database = DatabaseForTests.start("parley_users")) {
      Files.writeString(folder.resolve("PARLEY_DB_PASSWORD"), database.password() + "\n");
      Map<String, String> settings =
          Map.of(
              "PARLEY_DB_URL", database.url(),
              "PARLEY_DB_USER", database.name(),
              "PARLEY_DB_PASSWORD", "another, which the file overrules",
              "VARIABLE_SOURCE_DIRS", folder.toString());

      Ended first = run(settings);
      Ended again = run(settings);

      assertThat(first.status()).as(first.said()).isZero();
      assertThat(first.said()).contains("schema is at version").doesNotContain(" 0 migrations");
      assertThat(again.status()).as(again.said()).isZero();
      assertThat(again.said()).contains(" 0 migrations applied now");
    }
  }

  @Test
  void saysWhichSettingIsMissing() throws Exception {
    Ended ended = run(Map.of("VARIABLE_SOURCE_DIRS", folder.toString()));

    assertThat(ended.status()).isOne();
    assertThat(ended.said()).contains("PARLEY_DB_URL");
  }

  private static Ended run(Map<String, String> settings) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                System.getProperty("java.home") + File.separator + "bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                SchemaJob.class.getName()));
    builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_DB"));
    builder.environment().putAll(settings);
    Process job = builder.redirectErrorStream(true).start();
    String said = new String(job.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(job.waitFor(), said);
  }
}
