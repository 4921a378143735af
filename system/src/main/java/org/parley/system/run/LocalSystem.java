package org.parley.system.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.system.guard.PortCheck;
import org.parley.system.liberty.LibertyOutput;
import org.parley.system.liberty.Services;
import org.parley.system.origin.Origin;
import org.parley.system.process.Reaper;
import org.parley.system.run.SystemDescription.Place;
import org.parley.system.settings.StartProblem;
import org.parley.system.settings.SystemSettings;
import org.parley.system.storage.Postgres;
import org.parley.system.storage.Redis;
import org.parley.system.storage.Secrets;

/**
 * Everything Parley consists of, running on this machine: PostgreSQL, Redis, user-service, the chat
 * instances, and one origin in front of them.
 *
 * <p>It stops when it is closed, when this process ends in good order, and also when this process
 * is killed: see {@link Reaper}. Safe for use by several threads.
 */
public final class LocalSystem implements AutoCloseable {

  private final SystemSettings settings;
  private final Progress progress;
  private final Parts parts;
  private final Thread shutdownHook = new Thread(this::stop, "stop-local-system");
  private final Object stopLock = new Object();
  private volatile @Nullable Folders folders;
  private volatile @Nullable Reaper reaper;
  private volatile @Nullable Restarts restarts;
  private volatile @Nullable SystemDescription description;

  private LocalSystem(SystemSettings settings, Progress progress) {
    this.settings = settings.withPorts(settings.ports().withFreePortsChosen());
    this.progress = progress;
    this.parts = new Parts(progress);
  }

  /**
   * Starts a system and returns when all of it is ready.
   *
   * @throws StartProblem when it cannot be started; nothing is left running then
   */
  public static LocalSystem start(SystemSettings settings, Progress progress) {
    LocalSystem system = new LocalSystem(settings, progress);
    Runtime.getRuntime().addShutdownHook(system.shutdownHook);
    try {
      system.begin();
      return system;
    } catch (RuntimeException e) {
      boolean stoppedMeanwhile = system.parts.isStopping();
      system.close();
      throw stoppedMeanwhile
          ? new StartProblem("The system was stopped before it was ready.", e)
          : e;
    }
  }

  private void begin() {
    settings.project().requireBuilt();
    folders = Folders.take(settings);
    Secrets secrets = Secrets.of(settings.dataFolder());
    reaper = Reaper.start(settings.runFolder());
    removeDescription();
    reaper.remove(settings.descriptionFile());
    Postgres postgres = new Postgres(settings, secrets, reaper);
    postgres.requireNoneLeftOver();
    PortCheck.requireFree(settings.ports());
    Redis redis = new Redis(settings, reaper);

    progress.line("Starting PostgreSQL and Redis");
    parts.start(List.of(postgres, redis));
    progress.line(
        "PostgreSQL ready on port "
            + settings.ports().postgres()
            + " (process "
            + postgres.pid()
            + ")");
    progress.line(
        "Redis ready on port " + settings.ports().redis() + " (process " + redis.pid() + ")");

    LibertyOutput output = new LibertyOutput(settings.runFolder().resolve("liberty"));
    output.prepare(settings.project(), secrets);
    Services launches = new Services(settings, secrets, output);
    restarts = new Restarts(settings, secrets, launches, reaper, parts, progress, this::describe);
    ServiceProcesses services = new ServiceProcesses(settings, launches, reaper);
    services.start(parts, progress);

    Origin origin = Origin.of(settings, reaper);
    progress.line("Starting the origin: " + origin.name());
    parts.start(List.of(origin));
    progress.line("Origin ready on port " + settings.ports().origin());

    description =
        new SystemDescription(
            "http://localhost:" + settings.ports().origin(),
            services.userPlace(),
            services.chatPlaces(),
            new Place(settings.ports().postgres(), postgres.pid()),
            new Place(settings.ports().redis(), redis.pid()),
            settings.dataFolder().toString());
    describe(UnaryOperator.identity());
    new DeathNotices(progress, settings.logFolder(), parts::isStopping).watch(description);
  }

  private synchronized void describe(UnaryOperator<SystemDescription> change) {
    description = change.apply(description());
    description.write(settings.descriptionFile());
  }

  /** For whoever ends parts of it. */
  public Restarts restarts() {
    return requireNonNull(restarts, "whoever has a system got it ready");
  }

  /** Where everything is. */
  public SystemDescription description() {
    return requireNonNull(description, "whoever has a system got it ready");
  }

  /** As it was started, with the ports that were chosen. */
  public SystemSettings settings() {
    return settings;
  }

  /** Stops everything, the last started first, and returns when nothing is left. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException e) {
      // The process is ending, so the hook is at work already; this call waits for it.
    }
    stop();
  }

  private void stop() {
    synchronized (stopLock) {
      if (folders == null) {
        // Never began; the description there may be another system's.
        return;
      }
      removeDescription();
      parts.stop();
      // Once more: a start that was just finishing may have written it in between.
      removeDescription();
      if (reaper != null) {
        reaper.close();
      }
      folders.close();
    }
  }

  private void removeDescription() {
    try {
      Files.deleteIfExists(settings.descriptionFile());
    } catch (IOException e) {
      progress.line(settings.descriptionFile() + " could not be removed: " + e.getMessage());
    }
  }
}
