package org.parley.contract.schema;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema of the service on the class path up to date and ends: with status 0, or with 1
 * and a sentence. Reads the settings that the service reads, {@code PARLEY_DB_URL}, {@code
 * PARLEY_DB_USER} and {@code PARLEY_DB_PASSWORD}, from files of these names in the folders of
 * {@code VARIABLE_SOURCE_DIRS}, else, like Open Liberty, from the environment.
 *
 * <p>Who may call it: whoever has the password of the service's role. It may be repeated.
 */
public final class SchemaJob {

  private static final String FOLDERS = "VARIABLE_SOURCE_DIRS";

  /** PostgreSQL may still be starting; Flyway doubles the pause after each attempt. */
  private static final int CONNECT_RETRIES = 5;

  private final Map<String, String> environment;

  SchemaJob(Map<String, String> environment) {
    this.environment = environment;
  }

  public static void main(String... arguments) {
    System.exit(new SchemaJob(System.getenv()).run(System.out, System.err));
  }

  int run(PrintStream out, PrintStream err) {
    try {
      out.println(
          Schema.describe(
              Schema.migrations(SchemaJob.class.getClassLoader())
                  .dataSource(
                      require("PARLEY_DB_URL"),
                      require("PARLEY_DB_USER"),
                      require("PARLEY_DB_PASSWORD"))
                  .connectRetries(CONNECT_RETRIES)
                  .load()
                  .migrate()));
      return 0;
    } catch (FlywayException | IllegalArgumentException | IOException e) {
      err.println("The schema could not be brought up to date: " + e.getMessage());
      return 1;
    }
  }

  private String require(String name) throws IOException {
    // Files first, as there.
    for (String folder : environment.getOrDefault(FOLDERS, "").split(":")) {
      Path file = Path.of(folder, name);
      if (Files.isRegularFile(file)) {
        return Files.readString(file, StandardCharsets.UTF_8).strip();
      }
    }
    String value = environment.get(name);
    if (value != null) {
      return value;
    }
    throw new IllegalArgumentException(
        name + " is neither set nor a file in " + FOLDERS + "; the service needs it as well.");
  }
}
