package org.parley.system.storage;

import static java.util.Objects.requireNonNull;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.system.process.Ending;
import org.parley.system.process.LogFile;
import org.parley.system.process.Part;
import org.parley.system.process.Reaper;
import org.parley.system.settings.StartProblem;
import org.parley.system.settings.SystemSettings;

/**
 * A real PostgreSQL from binaries that came with this program, with both services' databases in it.
 *
 * <p>Its process detaches itself, so it is found through the file it writes, not as a child of
 * ours.
 */
public final class Postgres implements Part {

  // Three services with pools of 20, and room for people's own tools; every further chat instance
  // adds a pool.
  private static final int POOL_SIZE = 20;
  private static final int SPARE = 40;

  private final SystemSettings settings;
  private final Secrets secrets;
  private final Reaper reaper;
  private final Path folder;
  private final PostmasterFile postmaster;
  private final LogFile log;
  private @Nullable EmbeddedPostgres server;
  private boolean stopped;

  public Postgres(SystemSettings settings, Secrets secrets, Reaper reaper) {
    this.settings = settings;
    this.secrets = secrets;
    this.reaper = reaper;
    this.folder = settings.dataFolder().resolve("postgres");
    this.postmaster = new PostmasterFile(folder, "postmaster.pid");
    this.log = new LogFile(settings.logFolder(), "postgres");
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  public long pid() {
    return postmaster.runningProcess().map(ProcessHandle::pid).orElseThrow();
  }

  /**
   * Refuses to start beside one that an earlier run left: the library would silently use that one.
   */
  public void requireNoneLeftOver() {
    postmaster
        .runningProcess()
        .ifPresent(
            left -> {
              throw new StartProblem(
                  "A PostgreSQL of an earlier run (process "
                      + left.pid()
                      + ") still uses "
                      + folder
                      + ": end it with kill -INT "
                      + left.pid()
                      + " and start again.");
            });
  }

  /** Starts, and returns when both databases can be used. */
  @Override
  public synchronized void start() {
    if (stopped) {
      throw new StartProblem(name() + " was stopped before it started.");
    }
    log.begin();
    reaper.watchPostmaster(postmaster.path());
    PostgresAccess access = new PostgresAccess(folder, secrets);
    try {
      new PostgresPrograms(settings.project().programs())
          .exclusively(() -> server = launch(access));
      access.grant(
          requireNonNull(server, "launched just now")
              .getPostgresDatabase(Map.of("password", secrets.superuser())));
    } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
      throw new StartProblem(complaint(), e);
    }
  }

  private EmbeddedPostgres launch(PostgresAccess access) {
    Path programs = settings.project().programs();
    // The library also tidies up in a folder of its own, by default one in the shared temporary
    // folder.
    System.setProperty("ot.epg.working-dir", programs.toString());
    int services = 1 + settings.ports().chat().size();
    try {
      return EmbeddedPostgres.builder()
          .setOverrideWorkingDirectory(programs.toFile())
          .setDataDirectory(folder)
          .setCleanDataDirectory(false)
          .setRegisterShutdownHook(false)
          .setPort(settings.ports().postgres())
          .setPGStartupWait(settings.readyTimeout())
          .setConnectConfig("password", secrets.superuser())
          .setDataDirectoryCustomizer((File made) -> access.prepare())
          .setErrorRedirector(Redirect.appendTo(log.path().toFile()))
          .setOutputRedirector(Redirect.appendTo(log.path().toFile()))
          // The library prefers speed; here what was acknowledged must survive.
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("max_connections", Integer.toString(services * POOL_SIZE + SPARE))
          .setServerConfig("listen_addresses", "127.0.0.1")
          // No socket file: its path would be too long in deep folders.
          .setServerConfig("unix_socket_directories", "")
          // The same order of words and the same upper and lower case on every platform.
          .setLocaleConfig("locale", "C")
          .setLocaleConfig("locale-provider", "builtin")
          .setLocaleConfig("builtin-locale", "C.UTF-8")
          .start();
    } catch (IOException e) {
      throw new StartProblem("PostgreSQL did not come up: " + e.getMessage(), e);
    }
  }

  private String complaint() {
    String root =
        "root".equals(System.getProperty("user.name"))
            ? "As root it runs through \"unshare -U\"; where that is forbidden, start as another user. "
            : "";
    boolean halfMade = Files.exists(folder) && !Files.exists(folder.resolve("postgresql.conf"));
    String remains = halfMade ? "Delete the unfinished " + folder + " before the next start. " : "";
    return "PostgreSQL could not be started. " + root + remains + log.tail();
  }

  @Override
  public void stop() {
    // The start cannot be interrupted; it is short, and the postmaster it makes must be known to be
    // ended.
    synchronized (this) {
      stopped = true;
      if (server != null) {
        closeQuietly(server);
      }
    }
    postmaster
        .runningProcess()
        .ifPresent(left -> Ending.awaitOrKill(left, STOP_TIMEOUT.minus(Duration.ofSeconds(5))));
  }

  /** Its fast shutdown: connections are cut, what was committed is written. */
  private static void closeQuietly(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      // What did not end by this is killed.
    }
  }
}
