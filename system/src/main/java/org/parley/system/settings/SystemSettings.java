package org.parley.system.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How a local system is to be started.
 *
 * @param runFolder logs and work files of this run; the description of the running system lies
 *     beside it, as {@code <name>.json}
 * @param dataFolder databases, keys and passwords; kept between runs
 * @param readyTimeout how long each step of the start may take
 * @param environment handed on to the services, except what the system itself decides
 */
public record SystemSettings(
    Ports ports,
    OriginServer originServer,
    ProjectFolder project,
    Path runFolder,
    Path dataFolder,
    Duration readyTimeout,
    Map<String, String> environment) {

  // A cold start of one service takes 20 s on a busy two-core machine, and the three start
  // together.
  private static final Duration READY_TIMEOUT = Duration.ofMinutes(2);

  public SystemSettings {
    environment = Map.copyOf(environment);
  }

  public static SystemSettings from(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    ProjectFolder project = ProjectFolder.ofThisProgram();
    Path runFolder = variables.folder("PARLEY_RUN_DIR", project.runFolder());
    return new SystemSettings(
        Ports.from(variables),
        variables.originServer("PARLEY_ORIGIN_SERVER"),
        project,
        runFolder,
        variables.folder("PARLEY_DATA_DIR", runFolder.resolve("data")),
        variables.duration("PARLEY_READY_TIMEOUT", READY_TIMEOUT),
        environment);
  }

  /**
   * For tests: a system that meets no other one: free ports, and everything it writes below the
   * given folder.
   *
   * @param changes variables on top of those of this process
   */
  public static SystemSettings isolated(Path folder, Map<String, String> changes) {
    return from(isolatedEnvironment(folder, changes));
  }

  /** The environment that makes a started program such a system. */
  public static Map<String, String> isolatedEnvironment(Path folder, Map<String, String> changes) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PARLEY_ORIGIN_PORT", "0");
    environment.put("PARLEY_USER_PORT", "0");
    environment.put("PARLEY_USER_GRPC_PORT", "0");
    environment.put("PARLEY_CHAT_PORTS", "0,0");
    environment.put("PARLEY_CHAT_GRPC_PORTS", "0,0");
    environment.put("PARLEY_POSTGRES_PORT", "0");
    environment.put("PARLEY_REDIS_PORT", "0");
    environment.put("PARLEY_RUN_DIR", folder.resolve("local-system").toString());
    environment.put("PARLEY_DATA_DIR", folder.resolve("local-system/data").toString());
    environment.putAll(changes);
    return environment;
  }

  /** Where the running system is described, for people and tools; see {@code SystemDescription}. */
  public Path descriptionFile() {
    return runFolder.resolveSibling(runFolder.getFileName() + ".json");
  }

  public Path logFolder() {
    return runFolder.resolve("logs");
  }

  /** The key that signs access tokens. */
  public Path keyFolder() {
    return dataFolder.resolve("keys");
  }

  public SystemSettings withPorts(Ports chosen) {
    return new SystemSettings(
        chosen, originServer, project, runFolder, dataFolder, readyTimeout, environment);
  }
}
