package org.parley.chat.platform;

import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.parley.contract.it.DatabaseForTests;
import org.parley.contract.schema.Schema;

/** A PostgreSQL of its own with the schema of chat-service, as the service itself makes it. */
public final class MigratedDatabase {

  private MigratedDatabase() {}

  public static DatabaseForTests start() throws IOException, SQLException {
    DatabaseForTests database = DatabaseForTests.start("parley_chat");
    migrate(database.dataSource());
    return database;
  }

  /** The same in an empty database. */
  public static void migrate(DataSource database) {
    Schema.migrate(SchemaMigration.class.getClassLoader(), database);
  }
}
