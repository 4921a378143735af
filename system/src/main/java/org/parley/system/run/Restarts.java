package org.parley.system.run;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.parley.system.liberty.Services;
import org.parley.system.process.ChildProcess;
import org.parley.system.process.Reaper;
import org.parley.system.run.SystemDescription.Place;
import org.parley.system.settings.SystemSettings;
import org.parley.system.storage.Postgres;
import org.parley.system.storage.Redis;
import org.parley.system.storage.Secrets;

/**
 * Starts parts of a running system again, where they were, after somebody has ended them. Each
 * returns when the part is ready; {@link LocalSystem#description()} has its new process then.
 */
public final class Restarts {

  private final SystemSettings settings;
  private final Secrets secrets;
  private final Services services;
  private final Reaper reaper;
  private final Parts parts;
  private final Progress progress;
  private final Describing describing;

  /** Changes the description of the system. */
  interface Describing {
    void change(UnaryOperator<SystemDescription> change);
  }

  Restarts(
      SystemSettings settings,
      Secrets secrets,
      Services services,
      Reaper reaper,
      Parts parts,
      Progress progress,
      Describing describing) {
    this.settings = settings;
    this.secrets = secrets;
    this.services = services;
    this.reaper = reaper;
    this.parts = parts;
    this.progress = progress;
    this.describing = describing;
  }

  public void redis() {
    Redis redis = new Redis(settings, reaper);
    parts.startAgain(redis);
    describing.change(old -> old.withRedis(new Place(settings.ports().redis(), redis.pid())));
  }

  public void postgres() {
    Postgres postgres = new Postgres(settings, secrets, reaper);
    parts.startAgain(postgres);
    describing.change(
        old -> old.withPostgres(new Place(settings.ports().postgres(), postgres.pid())));
  }

  public void userService() {
    ChildProcess process = new ChildProcess(services.user(), reaper);
    startAndAwait(process, settings.ports().user());
    describing.change(old -> old.withUserService(old.userService().withPid(process.pid())));
  }

  /**
   * One of the chat instances.
   *
   * @param index counted from 0
   */
  public void chat(int index) {
    chat(index, Map.of());
  }

  /** The same, with these environment variables as well. */
  public void chat(int index, Map<String, String> variables) {
    ChildProcess process = new ChildProcess(services.chat(index + 1).with(variables), reaper);
    startAndAwait(process, settings.ports().chat().get(index));
    describing.change(old -> old.withChat(index, old.chat().get(index).withPid(process.pid())));
  }

  private void startAndAwait(ChildProcess process, int port) {
    parts.startAgain(process);
    try (Readiness readiness = new Readiness(progress, settings.readyTimeout())) {
      readiness.await(List.of(new Readiness.Awaited(process, ServiceProcesses.readyAt(port))));
    }
  }
}
