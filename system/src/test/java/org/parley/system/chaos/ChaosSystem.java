package org.parley.system.chaos;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.system.process.Ending;
import org.parley.system.run.LocalSystem;
import org.parley.system.run.Progress;
import org.parley.system.settings.Ports;
import org.parley.system.settings.SystemSettings;
import org.parley.system.support.Api;

/** A system of two chat instances whose lines and processes can be made to fail. */
final class ChaosSystem implements AutoCloseable {

  static final int INSTANCES = 2;

  /** How long a killed process may take to be gone. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final LocalSystem system;
  private final Path descriptionFile;
  private final List<FaultyLine> redis;
  private final List<FaultyLine> postgres;
  private final List<FaultyLine> users;
  private final FaultyLine usersToPostgres;

  private ChaosSystem(
      LocalSystem system,
      Path descriptionFile,
      List<FaultyLine> redis,
      List<FaultyLine> postgres,
      List<FaultyLine> users,
      FaultyLine usersToPostgres) {
    this.system = system;
    this.descriptionFile = descriptionFile;
    this.redis = redis;
    this.postgres = postgres;
    this.users = users;
    this.usersToPostgres = usersToPostgres;
  }

  static ChaosSystem start() {
    Path folder = Path.of("target", "chaos-system").toAbsolutePath();
    Ports ports = SystemSettings.isolated(folder, Map.of()).ports().withFreePortsChosen();
    List<FaultyLine> redis = lines(ports.redis());
    List<FaultyLine> postgres = lines(ports.postgres());
    List<FaultyLine> users = lines(ports.userGrpc());
    FaultyLine usersToPostgres = FaultyLine.to(ports.postgres());
    SystemSettings settings =
        SystemSettings.isolated(
                folder,
                Map.of(
                    "PARLEY_PROBE", "on",
                    "PARLEY_RATE_LIMITS", "off",
                    "PARLEY_CHAT_REDIS_PORTS", portsOf(redis),
                    "PARLEY_CHAT_POSTGRES_PORTS", portsOf(postgres),
                    "PARLEY_CHAT_USER_GRPC_PORTS", portsOf(users),
                    "PARLEY_USER_POSTGRES_PORTS", portsOf(List.of(usersToPostgres))))
            .withPorts(ports);
    return new ChaosSystem(
        LocalSystem.start(settings, Progress.to(System.out)),
        settings.descriptionFile(),
        redis,
        postgres,
        users,
        usersToPostgres);
  }

  private static List<FaultyLine> lines(int port) {
    List<FaultyLine> lines = new ArrayList<>();
    for (int i = 0; i < INSTANCES; i++) {
      lines.add(FaultyLine.to(port));
    }
    return List.copyOf(lines);
  }

  private static String portsOf(List<FaultyLine> lines) {
    return lines.stream()
        .map(line -> Integer.toString(line.port()))
        .collect(Collectors.joining(","));
  }

  LocalSystem local() {
    return system;
  }

  /** Its local-system.json. */
  Path descriptionFile() {
    return descriptionFile;
  }

  /** From an instance to Redis. */
  FaultyLine redis(int instance) {
    return redis.get(instance);
  }

  List<FaultyLine> redis() {
    return redis;
  }

  /** From an instance to PostgreSQL. */
  FaultyLine postgres(int instance) {
    return postgres.get(instance);
  }

  List<FaultyLine> postgres() {
    return postgres;
  }

  /** From everybody to PostgreSQL. */
  List<FaultyLine> allToPostgres() {
    return Stream.concat(postgres.stream(), Stream.of(usersToPostgres)).toList();
  }

  /** From an instance to user-service. */
  List<FaultyLine> users() {
    return users;
  }

  URI socket(int instance) {
    return URI.create("ws://localhost:" + system.description().chat().get(instance).port() + "/ws");
  }

  long pid(int instance) {
    return system.description().chat().get(instance).pid();
  }

  /** kill -9, and its end awaited. */
  static void kill(long pid) {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** SIGTERM, and its end awaited; killed when it takes longer than operators' tools wait. */
  static void terminate(long pid, Duration limit) {
    ProcessHandle.of(pid).ifPresent(process -> Ending.of(process, limit));
  }

  /** The sum of what the instances that answer show under this name, whatever its tags. */
  double metric(String name) {
    double sum = 0;
    for (int i = 0; i < INSTANCES; i++) {
      sum += metric(i, name);
    }
    return sum;
  }

  /** What one instance shows; 0 while it does not answer. */
  double metric(int instance, String name) {
    return values(instance, name, "").stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * The values of all that have this name and this in their tags; none while it does not answer.
   */
  private List<Double> values(int instance, String name, String tag) {
    int port = system.description().chat().get(instance).port();
    URI metrics = URI.create("http://localhost:" + port + "/metrics?scope=application");
    try {
      HttpRequest request = HttpRequest.newBuilder(metrics).timeout(Duration.ofSeconds(2)).build();
      return Api.text(request)
          .lines()
          .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
          .filter(line -> line.contains(tag))
          .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .toList();
    } catch (UncheckedIOException e) {
      return List.of();
    }
  }

  /** How many instances show that they go on without this part. */
  long degraded(String dependency) {
    return showing("degraded", dependency, 1);
  }

  /** How many instances show that they have it. */
  long working(String dependency) {
    return showing("degraded", dependency, 0);
  }

  private long showing(String name, String dependency, double value) {
    String tag = "dependency=\"" + dependency + "\"";
    return IntStream.range(0, INSTANCES)
        .mapToObj(i -> values(i, name, tag))
        .filter(values -> values.equals(List.of(value)))
        .count();
  }

  @Override
  public void close() {
    system.close();
    List.of(redis, allToPostgres(), users).forEach(lines -> lines.forEach(FaultyLine::close));
  }
}
