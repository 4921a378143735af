package org.parley.users.audit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Writes down what anybody can fail at as often as they like, without letting them fill the disk:
 * of one kind at one account the first of a minute is an entry at once, the others together are one
 * more when the minute ends. So are those of more accounts than {@value #MOST_ACCOUNTS} in a
 * minute, under no account. What was counted and not yet written is lost when the process dies.
 * Thread-safe; never throws.
 */
@ApplicationScoped
public class Failures {

  private static final Logger LOG = System.getLogger(Failures.class.getName());

  private static final Duration EVERY = Duration.ofMinutes(1);

  /** At most twice as many rows a minute: 60 MB a day, if somebody goes on all day. */
  static final int MOST_ACCOUNTS = 100;

  /** Stands for unknown names and for whoever is too many. */
  private static final long NOBODY = 0;

  private record Key(AuditKind kind, long userId) {}

  private final Map<Key, Integer> repeats = new HashMap<>();
  private Consumer<AuditEvent> log;
  private ManagedScheduledExecutorService scheduler;
  private Future<?> flushing;

  protected Failures() {
    // For CDI's proxy.
  }

  @Inject
  Failures(Audit audit, ManagedScheduledExecutorService scheduler) {
    this(audit::record);
    this.scheduler = scheduler;
  }

  /** Failures that are told to somebody else than the audit log. */
  public Failures(Consumer<AuditEvent> log) {
    this(); // the rest is the container's
    this.log = log;
  }

  void start(@Observes Startup startup) {
    flushing =
        scheduler.scheduleWithFixedDelay(
            this::flush, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Somebody failed. Not inside a transaction that will be rolled back for it.
   *
   * @param userId at whose account; 0 where there is no such account
   */
  public void note(AuditKind kind, long userId) {
    if (isFirst(kind, userId)) {
      write(AuditEvent.to(userId, kind, 1));
    }
  }

  private synchronized boolean isFirst(AuditKind kind, long userId) {
    Key key = new Key(kind, userId);
    boolean first = !repeats.containsKey(key);
    if (first && repeats.size() < MOST_ACCOUNTS) {
      repeats.put(key, 0);
      return true;
    }
    repeats.merge(first ? new Key(kind, NOBODY) : key, 1, Integer::sum);
    return false;
  }

  /** Ends the minute. */
  void flush() {
    Map<Key, Integer> ended;
    synchronized (this) {
      ended = Map.copyOf(repeats);
      repeats.clear();
    }
    ended.forEach(
        (key, times) -> {
          if (times > 0) {
            write(AuditEvent.to(key.userId(), key.kind(), times));
          }
        });
  }

  private void write(AuditEvent event) {
    try {
      log.accept(event);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the audit log lacks {0}: {1}", AuditLine.text(event), e.toString());
    }
  }

  @PreDestroy
  void stop() {
    if (flushing != null) {
      flushing.cancel(false);
      flush();
    }
  }
}
