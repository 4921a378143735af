package org.parley.chat.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.it.DatabaseForTests;
import org.parley.contract.schema.Schema;

/**
 * An upgrade while people come and go: one of them does so all the time an index is being built.
 */
class BuildingIndexesIT {

  private static final ClassLoader CLASSES = SchemaMigration.class.getClassLoader();
  private static final String BEFORE_THE_INDEX = "15";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration GLANCE = Duration.ofMillis(50);

  /** Somebody new comes into a room. */
  private static final String WRITE =
      """
      with room as (
          insert into rooms (name, type, created_by) values ('Harbour', 'public', 1) returning id
      )
      insert into room_members (room_id, user_id, role) select id, 1, 'owner' from room
      """;

  private static final String BUILDER =
      """
      select coalesce(max(pid), 0) from pg_stat_activity
      where datname = current_database() and query like 'create index%' and wait_event_type = 'Lock'
      """;

  private static final String INVALID = "select count(*) from pg_index where not indisvalid";

  private static final String FAILED =
      "select count(*) from flyway_schema_history where not success";

  private final ExecutorService upgrade = Executors.newSingleThreadExecutor();

  private DatabaseForTests database;
  private Connection writer;
  private Connection other;

  @BeforeEach
  void beginToWrite() throws IOException, SQLException {
    database = DatabaseForTests.start("parley_chat");
    Schema.migrations(CLASSES)
        .dataSource(database.dataSource())
        .target(BEFORE_THE_INDEX)
        .load()
        .migrate();
    writer = database.dataSource().getConnection();
    writer.setAutoCommit(false);
    execute(writer, WRITE);
    other = database.dataSource().getConnection();
    execute(other, "set lock_timeout = '2s'"); // as nearly as long as services wait
  }

  @AfterEach
  void stop() throws IOException, SQLException {
    writer.close();
    other.close();
    upgrade.shutdownNow();
    database.close();
  }

  @Test
  void othersWriteMeanwhile() throws Exception {
    Future<MigrateResult> migrating = migrate();
    awaitBuilder(migrating);
    execute(other, WRITE);

    writer.commit();
    assertThat(migrating.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).success).isTrue();
    assertThat(number(other, INVALID)).isZero();
  }

  @Test
  void whatWasBrokenOffIsBuiltAnew() throws Exception {
    Future<MigrateResult> migrating = migrate();
    execute(other, "select pg_cancel_backend(" + awaitBuilder(migrating) + ")");
    assertThatThrownBy(() -> migrating.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class);
    writer.commit();
    assertThat(number(other, INVALID)).isOne();
    assertThat(number(other, FAILED)).isOne();

    assertThat(migrate().get(PATIENCE.toSeconds(), TimeUnit.SECONDS).success).isTrue();
    assertThat(number(other, INVALID)).isZero();
    assertThat(number(other, FAILED)).isZero();
  }

  @Test
  void whatAnUpgradeWasKilledAtIsBuiltAnew() throws Exception {
    execute(other, "set lock_timeout = '100ms'");
    assertThatThrownBy(
            () ->
                execute(
                    other,
                    "create index concurrently room_members_username_idx on room_members"
                        + " (room_id)"))
        .isInstanceOf(SQLException.class);
    writer.commit();
    assertThat(number(other, INVALID)).isOne();

    assertThat(migrate().get(PATIENCE.toSeconds(), TimeUnit.SECONDS).success).isTrue();
    assertThat(number(other, INVALID)).isZero();
  }

  private Future<MigrateResult> migrate() {
    return upgrade.submit(() -> Schema.migrate(CLASSES, database.dataSource()));
  }

  /** The number of the process that builds an index and waits for the writer. */
  private long awaitBuilder(Future<MigrateResult> migrating) throws SQLException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long builder = 0;
    while (builder == 0) {
      assertThat(System.nanoTime() - deadline).as("an index is being built").isNegative();
      assertThatThrownBy(() -> migrating.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS))
          .as("the upgrade is not over")
          .isInstanceOf(TimeoutException.class);
      builder = number(other, BUILDER);
    }
    return builder;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
