package org.parley.chat.message;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.integrator.spi.Integrator;

/** The message store outside a container: the same entities. */
final class StoreOnPostgres implements AutoCloseable {

  private final SessionFactory sessions;

  StoreOnPostgres(DataSource database) {
    var bootstrap =
        new BootstrapServiceRegistryBuilder()
            .applyClassLoaderService(new WithoutIntegrators())
            .build();
    var settings =
        new StandardServiceRegistryBuilder(bootstrap)
            .applySetting(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, database)
            .applySetting("hibernate.type.preferred_instant_jdbc_type", "TIMESTAMP_WITH_TIMEZONE")
            .build();
    sessions =
        new MetadataSources(settings)
            .addAnnotatedClass(Message.class)
            .addAnnotatedClassName("org.parley.chat.room.Room")
            .addAnnotatedClassName("org.parley.chat.room.RoomMember")
            .buildMetadata()
            .buildSessionFactory();
  }

  <T> T read(Function<MessageStore, T> question) {
    return question.apply(new MessageStore(sessions));
  }

  @Override
  public void close() {
    sessions.close();
  }

  /** Ours looks for the container's data source, to migrate it. */
  private static final class WithoutIntegrators extends ClassLoaderServiceImpl {
    @Override
    public <S> Collection<S> loadJavaServices(Class<S> contract) {
      return contract == Integrator.class ? List.of() : super.loadJavaServices(contract);
    }
  }
}
