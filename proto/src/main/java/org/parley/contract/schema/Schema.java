package org.parley.contract.schema;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * A service's migrations, found as {@code db/migration} where its classes are.
 *
 * <p>Safe when several migrate at once: Flyway holds an advisory lock of PostgreSQL while it works,
 * and whoever comes second finds nothing to do.
 */
public final class Schema {

  private Schema() {}

  /**
   * What Flyway is told, all but the database.
   *
   * @param classes of the service whose schema it is
   */
  public static FluentConfiguration migrations(ClassLoader classes) {
    return Flyway.configure(classes)
        .locations("classpath:db/migration")
        // A database that knows newer migrations than we do was upgraded beside us: expand, then
        // contract.
        .ignoreMigrationPatterns("*:future");
  }

  /** What there is to say about a migration, in words. */
  public static String describe(MigrateResult result) {
    return "schema is at version "
        + (result.targetSchemaVersion == null
            ? result.initialSchemaVersion
            : result.targetSchemaVersion)
        + ", "
        + result.migrationsExecuted
        + " migrations applied now";
  }
}
