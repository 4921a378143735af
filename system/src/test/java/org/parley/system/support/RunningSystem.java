package org.parley.system.support;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.parley.system.process.LogFile;
import org.parley.system.run.LocalSystem;
import org.parley.system.run.Progress;
import org.parley.system.run.SystemDescription;
import org.parley.system.settings.SystemSettings;

/**
 * The system under test: one for the whole run, started when the first test asks for it. The
 * variable PARLEY_TEST_SYSTEM, or the system property of that name, names the local-system.json of
 * one that runs already and is used instead.
 */
public final class RunningSystem implements AutoCloseable {

  private static final String EXISTING = "PARLEY_TEST_SYSTEM";

  private final Path descriptionFile;
  private final SystemDescription description;
  private final Runnable end;

  private RunningSystem(Path descriptionFile, Runnable end) {
    this.descriptionFile = descriptionFile;
    this.description = SystemDescription.read(descriptionFile);
    this.end = end;
  }

  /** The one system of this run, for extensions; tests have it by {@link WithRunningSystem}. */
  public static RunningSystem of(ExtensionContext context) {
    return RunningSystemExtension.systemFor(context);
  }

  /** One that somebody else started and will end. */
  public static RunningSystem at(Path descriptionFile) {
    return new RunningSystem(descriptionFile, () -> {});
  }

  /** Tests register by the dozen, all from one address. RateLimitsIT has a system of its own. */
  private static final Map<String, String> WITHOUT_LIMITS =
      Map.of("PARLEY_PROBE", "on", "PARLEY_RATE_LIMITS", "off");

  static RunningSystem startOrFind() {
    String existing = System.getProperty(EXISTING, System.getenv().getOrDefault(EXISTING, ""));
    if (!existing.isBlank()) {
      return at(Path.of(existing));
    }
    Path folder = Path.of("target", "test-system").toAbsolutePath();
    SystemSettings settings = SystemSettings.isolated(folder, WITHOUT_LIMITS);
    LocalSystem system = LocalSystem.start(settings, Progress.to(System.out));
    return new RunningSystem(settings.descriptionFile(), system::close);
  }

  public SystemDescription description() {
    return description;
  }

  /** The local-system.json of this system. */
  public Path descriptionFile() {
    return descriptionFile;
  }

  /** The key that signs access tokens. */
  public Path signingKey() {
    return Path.of(description.dataFolder(), "keys", "signing-key.json");
  }

  /**
   * What one chat instance logged so far.
   *
   * @param index counted from 0
   */
  public Path chatLog(int index) {
    return new LogFile(runFolder().resolve("logs"), "chat-service-" + (index + 1)).path();
  }

  /** Where its programs write, logs and all; beside the description, which is named after it. */
  public Path runFolder() {
    String name = descriptionFile.getFileName().toString();
    return descriptionFile.resolveSibling(name.substring(0, name.lastIndexOf('.')));
  }

  /** An address at the origin, where people are. */
  public URI origin(String path) {
    return URI.create(description.origin() + path);
  }

  /** An address of user-service itself. */
  public URI userService(String path) {
    return direct(description.userService(), path);
  }

  /**
   * An address of one chat instance itself, past the origin.
   *
   * @param index counted from 0
   */
  public URI chat(int index, String path) {
    return direct(description.chat().get(index), path);
  }

  /** The socket of one chat instance. */
  public URI socket(int index) {
    return URI.create("ws://localhost:" + description.chat().get(index).port() + "/ws");
  }

  private static URI direct(SystemDescription.Place place, String path) {
    return URI.create("http://localhost:" + place.port() + path);
  }

  @Override
  public void close() {
    end.run();
  }
}
