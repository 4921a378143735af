package org.parley.users.platform;

import static org.assertj.core.api.Assertions.assertThat;

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
    try (DatabaseForTests database = DatabaseForTests.start("parley_users");
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
          .isGreaterThanOrEqualTo(3);
    }
  }
}
