package org.parley.users.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.api.output.MigrateResult;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.parley.contract.schema.Schema;

/**
 * Brings the schema up to date before Hibernate validates it. An integrator, because the container
 * builds the persistence unit before any bean exists. Safe when several instances start at once.
 */
public class SchemaMigration implements Integrator {

  private static final Logger LOG = System.getLogger(SchemaMigration.class.getName());

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor sessions) {
    MigrateResult result = migrate(dataSource());
    LOG.log(Level.INFO, Schema.describe(result));
  }

  static MigrateResult migrate(DataSource database) {
    return Schema.migrations(SchemaMigration.class.getClassLoader())
        .dataSource(database)
        .load()
        .migrate();
  }

  // Before CDI there is nothing but JNDI, and the name is ours, not input.
  @SuppressWarnings("BanJNDI")
  private static DataSource dataSource() {
    try {
      return InitialContext.doLookup("jdbc/parley-schema");
    } catch (NamingException e) {
      throw new IllegalStateException(
          "the data source jdbc/parley-schema is not configured in server.xml", e);
    }
  }
}
