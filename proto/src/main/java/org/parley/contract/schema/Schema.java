package org.parley.contract.schema;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * A service's migrations, found as {@code db/migration} where its classes are.
 *
 * <p>Safe when several migrate at once: Flyway holds an advisory lock of PostgreSQL while it works,
 * and whoever comes second finds nothing to do.
 */
public final class Schema {

  /** Where server.xml has the connections for this; see database.xml. */
  private static final String DATA_SOURCE = "jdbc/parley-schema";

  private static final Logger LOG = System.getLogger(Schema.class.getName());

  private Schema() {}

  /** Brings the schema of the service with these classes up to date, in a server. */
  public static void migrate(ClassLoader classes) {
    LOG.log(Level.INFO, describe(migrate(classes, dataSource())));
  }

  /** Brings it up to date in this database. */
  public static MigrateResult migrate(ClassLoader classes, DataSource database) {
    return migrations(classes).dataSource(database).load().migrate();
  }

  // Before CDI there is nothing but JNDI, and the name is ours, not input.
  @SuppressWarnings("BanJNDI")
  private static DataSource dataSource() {
    try {
      return InitialContext.doLookup(DATA_SOURCE);
    } catch (NamingException e) {
      throw new IllegalStateException(
          "the data source " + DATA_SOURCE + " is not configured in server.xml", e);
    }
  }

  /**
   * What Flyway is told, all but the database.
   *
   * @param classes of the service whose schema it is
   */
  public static FluentConfiguration migrations(ClassLoader classes) {
    FluentConfiguration flyway =
        Flyway.configure(classes)
            .locations("classpath:db/migration")
            .callbacks(new FailedMigrations())
            // A database that knows newer migrations than we do was upgraded beside us: expand,
            // then contract.
            .ignoreMigrationPatterns("*:future");
    // Of the session: an index that is built beside writers waits for all transactions, also for
    // one that does nothing but hold this lock.
    flyway
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return flyway;
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
