package org.parley.chat.platform;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.parley.contract.schema.Schema;

/**
 * Brings the schema up to date before Hibernate validates it. An integrator, because the container
 * builds the persistence unit before any bean exists.
 */
public class SchemaMigration implements Integrator {

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor sessions) {
    Schema.migrate(SchemaMigration.class.getClassLoader());
  }
}
