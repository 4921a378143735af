package org.parley.system.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.system.settings.ProjectFolder;
import org.parley.system.support.Api;
import org.parley.system.support.FreePort;

/**
 * docker-compose.yml, running under a project name of its own and at free ports. Whatever it takes
 * from the engine is given back at the end, volumes too.
 */
final class Stack implements AutoCloseable {

  private static final String PROJECT = "parley-it";

  private static final Path FOLDER = Path.of("target", "containers").toAbsolutePath();

  /** Whose images may be missing here: nothing else needs it. */
  private static final String GRAFANA = "grafana/grafana";

  private final Map<String, String> environment = new HashMap<>();
  private final Command command;
  private final Path root = ProjectFolder.ofThisProgram().root();
  private final Path composeFile = FOLDER.resolve("docker-compose.yml");
  private final Path tls = FOLDER.resolve("tls");
  private final int http = FreePort.choose();
  private final int https = FreePort.choose();

  Stack() throws IOException {
    environment.put("COMPOSE_PROJECT_NAME", PROJECT);
    environment.put("PARLEY_PUBLISH_HTTP", "127.0.0.1:" + http);
    environment.put("PARLEY_PUBLIC_ORIGIN", "http://localhost:" + http);
    environment.put("PARLEY_PUBLISH_HTTPS", "127.0.0.1:" + https);
    environment.put("PARLEY_TLS_DIR", tls.toString());
    // Any that is free.
    for (String other : List.of("GRPC", "PROMETHEUS", "GRAFANA")) {
      environment.put("PARLEY_PUBLISH_" + other, "127.0.0.1:0");
    }
    environment.put("PARLEY_ARTIFACTS", "prebuilt");
    // What is proved here is proved under more load than one address may bring.
    environment.put("PARLEY_RATE_LIMITS", "off");
    // The scripts call the same: one stack is not for two programs.
    environment.put(
        "PARLEY_COMPOSE", System.getenv().getOrDefault("PARLEY_COMPOSE", "docker-compose"));
    // Fewer than an engine on a small machine may give.
    environment.put("PARLEY_OPEN_FILES", "16384");
    command = new Command(root, environment, FOLDER.resolve("transcript.txt"));
    Files.createDirectories(tls);
    withServices("");
  }

  /** Puts services beside those of docker-compose.yml, or none. */
  void withServices(String lines) throws IOException {
    String all = Files.readString(root.resolve("docker-compose.yml"));
    Files.createDirectories(FOLDER);
    Files.writeString(composeFile, all.replace("\nservices:\n", "\nservices:\n" + lines + "\n"));
  }

  /** Which images are meant from now on. */
  void version(String tag) {
    environment.put("PARLEY_VERSION", tag);
  }

  Command command() {
    return command;
  }

  /** The origin, as people's browsers have it. */
  String origin() {
    return "http://localhost:" + http;
  }

  /** The port of the origin with a certificate, once there is one in {@link #tls()}. */
  int tlsPort() {
    return https;
  }

  /** Where an operator puts a certificate; empty at first. */
  Path tls() {
    return tls;
  }

  /** {@code compose} with these words. */
  String compose(String... words) {
    return command.run(composed(words));
  }

  /** The same, of which the transcript knows nothing: what it prints is not for everybody. */
  String look(String... words) {
    return command.look(composed(words));
  }

  private List<String> composed(String... words) {
    String given = environment.get("PARLEY_COMPOSE");
    Stream<String> file =
        Stream.of("--project-directory", root.toString(), "--file", composeFile.toString());
    return Stream.of(Stream.of(given.split(" ")), file, Arrays.stream(words))
        .flatMap(all -> all)
        .toList();
  }

  /** One of the scripts in system/containers. */
  String script(String name, String... words) {
    List<String> all = new ArrayList<>(List.of("system/containers/" + name));
    all.addAll(List.of(words));
    return command.run(all);
  }

  String docker(String... words) {
    return command.look(Stream.concat(Stream.of("docker"), Arrays.stream(words)).toList());
  }

  /** Starts everything there are images of, and returns when all of it is healthy. */
  void up() {
    List<String> words =
        new ArrayList<>(List.of("up", "-d", "nginx", "prometheus", "node-exporter"));
    if (!docker("image", "ls", "-q", GRAFANA).isBlank()) {
      words.add("grafana");
    }
    compose(words.toArray(String[]::new));
  }

  /** The running containers of a service. */
  List<String> containers(String service) {
    return look("ps", "-q", service).lines().filter(line -> !line.isBlank()).toList();
  }

  /** What docker knows of a container, by a Go template. */
  String inspect(String container, String template) {
    return docker("inspect", "--format", template, container).strip();
  }

  /** How many instances of the services Prometheus gets figures from. */
  long scraped() {
    String place = look("port", "prometheus", "9090").strip();
    URI targets = URI.create("http://" + place + "/api/v1/targets?state=active");
    try {
      JsonNode answer =
          new ObjectMapper().readTree(Api.text(HttpRequest.newBuilder(targets).build()));
      return answer.at("/data/activeTargets").valueStream().filter(Stack::isServiceUp).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isServiceUp(JsonNode target) {
    return target.at("/labels/job").asText().endsWith("-service")
        && target.path("health").asText().equals("up");
  }

  /** A value of a chat instance's metrics; 0 while it does not answer. */
  double metric(String container, String name) {
    String address =
        inspect(
            container, "{{(index .NetworkSettings.Networks \"" + PROJECT + "_front\").IPAddress}}");
    URI metrics = URI.create("http://" + address + ":9081/metrics?scope=application");
    try {
      HttpRequest request = HttpRequest.newBuilder(metrics).timeout(Duration.ofSeconds(2)).build();
      return Api.text(request)
          .lines()
          .filter(line -> line.startsWith(name + "{"))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    } catch (UncheckedIOException | IllegalArgumentException e) {
      return 0;
    }
  }

  /** The same of all chat instances. */
  double metric(String name) {
    return containers("chat-service").stream().mapToDouble(one -> metric(one, name)).sum();
  }

  @Override
  public void close() {
    try {
      Files.writeString(FOLDER.resolve("containers.log"), look("logs", "--no-color"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    compose("down", "--volumes", "--remove-orphans", "--timeout", "30");
  }
}
