package org.parley.chat.platform;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Notices when this process was stopped, by a signal, a debugger or a very long collection. What
 * lies in its sockets then is as old as the stop was long: its senders have gone elsewhere, said it
 * again, and perhaps the opposite since. A thread of its own, because the container's may be busy.
 * See docs/decisions/0021.
 */
@ApplicationScoped
public class Pulse {

  /** Clients take a silent connection for dead after 15 s at the earliest. */
  static final Duration STOP = Duration.ofSeconds(10);

  private static final Duration BEAT = Duration.ofMillis(250);

  /** The process was stopped for this long, and goes on. */
  public record Missed(Duration time) {}

  private static final Logger LOG = System.getLogger(Pulse.class.getName());

  private final CountDownLatch end = new CountDownLatch(1);

  private LongSupplier clock;
  private Consumer<Missed> everybody;
  private ManagedThreadFactory threads;
  private volatile long lastBeat;

  Pulse() {} // for the container's proxy

  @Inject
  Pulse(Event<Missed> missed) {
    this(missed::fire, System::nanoTime);
  }

  Pulse(Consumer<Missed> everybody, LongSupplier nanoClock) {
    this();
    this.everybody = everybody;
    this.clock = nanoClock;
    lastBeat = nanoClock.getAsLong();
  }

  @Resource
  void setThreads(ManagedThreadFactory factory) {
    threads = factory;
  }

  void start(@Observes Startup startup) {
    Thread thread = threads.newThread(this::run);
    thread.setName("pulse");
    thread.start();
  }

  private void run() {
    try {
      do {
        beat();
      } while (!end.await(BEAT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void beat() {
    Duration since = since();
    try {
      if (since.compareTo(STOP) > 0) {
        everybody.accept(new Missed(since));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "not everybody was told that this process was stopped", e);
    } finally {
      lastBeat = clock.getAsLong(); // not before everybody has been told
    }
  }

  /**
   * Whether the process goes on after a stop and not everybody knows yet: what is read off a socket
   * now may be from before.
   */
  public boolean isMissing() {
    return since().compareTo(STOP) > 0;
  }

  private Duration since() {
    return Duration.ofNanos(clock.getAsLong() - lastBeat);
  }

  @PreDestroy
  void stop() {
    end.countDown();
  }
}
