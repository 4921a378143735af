package org.parley.chat.drain;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Has the instance drained before it ends: on SIGTERM before Open Liberty hears of it, which would
 * close the port and take the application down at once, with the sockets. Where the end comes
 * another way, {@code server stop}, in what time Open Liberty leaves. See docs/decisions/0018.
 */
@ApplicationScoped
class Termination {

  private static final Logger LOG = System.getLogger(Termination.class.getName());

  private final AtomicBoolean told = new AtomicBoolean();

  @Inject private Drain drain;

  private volatile boolean hurried;
  private Signals.@Nullable Handling handling;

  void start(@Observes Startup startup) {
    handling = Signals.handle("TERM", this::terminate);
  }

  /** A second signal does not wait for the first: whoever sends it wants the end now. */
  private void terminate(Runnable asBefore) {
    try {
      if (told.compareAndSet(false, true)) {
        drain.run();
      } else {
        LOG.log(Level.WARNING, "told to end once more: not waiting for the drain");
        hurried = true;
      }
    } finally {
      asBefore.run();
    }
  }

  void stop(@Observes Shutdown shutdown) {
    if (!hurried) {
      drain.run();
    }
  }

  @PreDestroy
  void forget() {
    if (handling != null) {
      handling.end();
    }
  }
}
