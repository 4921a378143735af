package org.parley.chat.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;
import org.parley.contract.it.DatabaseForTests;
import org.parley.contract.schema.Schema;

class SchemaMigrationIT {

  private static final ClassLoader CLASSES = SchemaMigration.class.getClassLoader();

  @Test
  void migratesOnceWhenTwoInstancesStartTogether() throws Exception {
    try (DatabaseForTests database = DatabaseForTests.start("parley_chat");
        ExecutorService instances = Executors.newFixedThreadPool(2)) {
      CyclicBarrier together = new CyclicBarrier(2);
      Callable<MigrateResult> instance =
          () -> {
            together.await(10, TimeUnit.SECONDS);
            return Schema.migrate(CLASSES, database.dataSource());
          };
      Future<MigrateResult> first = instances.submit(instance);
      Future<MigrateResult> second = instances.submit(instance);

      MigrateResult one = first.get(60, TimeUnit.SECONDS);
      MigrateResult other = second.get(60, TimeUnit.SECONDS);

      assertThat(one.success && other.success).isTrue();
      int all = Math.max(one.migrationsExecuted, other.migrationsExecuted);
      assertThat(one.migrationsExecuted + other.migrationsExecuted)
          .isEqualTo(all)
          .isGreaterThanOrEqualTo(5);
    }
  }

  @Test
  void whatWasSaidBeforePointersWereKeptIsRead() throws Exception {
    try (DatabaseForTests database = DatabaseForTests.start("parley_chat");
        Connection connection = database.dataSource().getConnection();
        Statement sql = connection.createStatement()) {
      Schema.migrations(CLASSES).dataSource(database.dataSource()).target("21").load().migrate();
      sql.execute(
          "insert into rooms (name, type, created_by, last_seq, change_seq)"
              + " values ('Harbour', 'public', 1, 7, 9), ('Quay', 'public', 1, 0, 0),"
              + " ('Pier', 'public', 1, 3, 3)");
      sql.execute(
          "insert into room_members (room_id, user_id, role, last_read_seq)"
              + " select r.id, u.id, 'member', case when r.name = 'Pier' then u.id else 0 end"
              + " from rooms r cross join (values (1), (2)) u (id) where r.created_by = 1");

      Schema.migrate(CLASSES, database.dataSource());

      ResultSet pointers =
          sql.executeQuery(
              "select string_agg(r.name || m.user_id || '=' || m.last_read_seq, ' '"
                  + " order by r.name, m.user_id)"
                  + " from room_members m join rooms r on r.id = m.room_id where r.created_by = 1");
      assertThat(pointers.next()).isTrue();
      assertThat(pointers.getString(1))
          .as("what somebody has read since stays")
          .isEqualTo("Harbour1=7 Harbour2=7 Pier1=1 Pier2=2 Quay1=0 Quay2=0");
    }
  }

  /** By instances of before, too, which do not count. */
  @Test
  void membersAreCountedHoweverTheyComeAndGo() throws Exception {
    try (DatabaseForTests database = DatabaseForTests.start("parley_chat");
        Connection connection = database.dataSource().getConnection();
        Statement sql = connection.createStatement()) {
      Schema.migrations(CLASSES).dataSource(database.dataSource()).target("31").load().migrate();
      sql.execute(
          "insert into rooms (name, type, created_by) values ('Harbour', 'public', 1),"
              + " ('Quay', 'public', 1), ('Pier', 'public', 1)");
      come(sql, "Harbour", 1, 5);
      come(sql, "Quay", 1, 1);

      Schema.migrate(CLASSES, database.dataSource());
      assertThat(counted(sql)).isEqualTo("Harbour=5 Pier=0 Quay=1");

      come(sql, "Harbour", 4, 1000);
      come(sql, "Pier", 1, 2);
      sql.execute("delete from room_members where user_id in (2, 3)");
      sql.execute("insert into rooms (name, type, created_by) values ('Dock', 'public', 1)");
      come(sql, "Dock", 1, 1);
      assertThat(counted(sql)).isEqualTo("Dock=1 Harbour=998 Pier=1 Quay=1");
    }
  }

  private static void come(Statement sql, String room, int first, int last) throws SQLException {
    sql.execute(
        """
        insert into room_members (room_id, user_id, role)
        select r.id, u.id, 'member' from rooms r cross join generate_series(%d, %d) u (id)
        where r.name = '%s' on conflict do nothing
        """
            .formatted(first, last, room));
  }

  private static String counted(Statement sql) throws SQLException {
    try (ResultSet counts =
        sql.executeQuery(
            "select string_agg(name || '=' || member_count, ' ' order by name)"
                + " from rooms where created_by = 1")) {
      counts.next();
      return counts.getString(1);
    }
  }
}
