package org.parley.system.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.parley.system.run.SystemDescription.Place;

/**
 * Tells of parts that die. They are not replaced: whoever killed one wants to see what the others
 * do without it.
 */
record DeathNotices(Progress progress, Path logFolder, BooleanSupplier stopping) {

  void watch(SystemDescription system) {
    watch("user-service", system.userService());
    for (int i = 0; i < system.chat().size(); i++) {
      watch("chat-service-" + (i + 1), system.chat().get(i));
    }
    watch("PostgreSQL", system.postgres());
    watch("Redis", system.redis());
  }

  private void watch(String name, Place place) {
    Optional<Future<Void>> unused =
        ProcessHandle.of(place.pid()).map(process -> process.onExit().thenRun(() -> tell(name)));
  }

  private void tell(String name) {
    if (!stopping.getAsBoolean()) {
      progress.line(name + " ended by itself; its log is in " + logFolder);
    }
  }
}
