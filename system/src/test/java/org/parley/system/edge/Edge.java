package org.parley.system.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.parley.system.run.SystemDescription.Place;
import org.parley.system.support.FreePort;
import org.parley.system.support.Programs;
import org.parley.system.support.RunningSystem;

/**
 * nginx/edge.sh as a container runs it, with ports, a folder and a name service of its own: each
 * name has the addresses that the test gives it. Without what it needs the test is skipped, or
 * fails where PARLEY_REQUIRE_NGINX is true.
 */
public final class Edge implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final long POLL_MILLIS = 20;
  private static final Path SCRIPT = Path.of("../nginx/edge.sh").toAbsolutePath().normalize();
  private static final Path WWW = Path.of("../nginx/target/www").toAbsolutePath().normalize();

  private final Path folder;
  private final ProcessBuilder program;
  private final List<Integer> ports = Stream.generate(FreePort::choose).limit(4).toList();
  private Process process;

  private Edge(Path folder) throws IOException {
    Programs.require(
        "PARLEY_REQUIRE_NGINX", "nginx gettext-base", "bash", "envsubst", "nginx", "timeout");
    // Elsewhere only 127.0.0.1 is there, and the tests give instances several addresses.
    assumeTrue(System.getProperty("os.name").equals("Linux"), "needs all of 127.0.0.0/8");
    this.folder = Files.createDirectories(folder);
    for (String name : List.of("bin", "dns", "run", "tls")) {
      Files.createDirectories(folder.resolve(name));
    }
    // Started by root, workers become somebody who may not read the folders of a test.
    executable(
        "nginx",
        "exec %s %s \"$@\""
            .formatted(
                Programs.find("nginx").orElseThrow(),
                "root".equals(System.getProperty("user.name")) ? "-g 'user root;'" : ""));
    executable(
        "getent", "echo \"$2\" >>%1$s/asked; exec cat %1$s/dns/$2 2>/dev/null".formatted(folder));
    program = new ProcessBuilder("bash", SCRIPT.toString());
    program.redirectOutput(folder.resolve("out").toFile());
    program.redirectError(folder.resolve("err").toFile());
    Map<String, String> environment = program.environment();
    environment.keySet().removeIf(name -> name.startsWith("PARLEY_"));
    environment.put("PATH", folder.resolve("bin") + ":" + Programs.PATH);
    environment.put("PARLEY_RUN_DIR", folder.resolve("run").toString());
    environment.put("PARLEY_TLS_DIR", tls().toString());
    environment.put("PARLEY_WWW", WWW.toString());
    environment.put("PARLEY_DNS_INTERVAL", "0.1");
    environment.put("PARLEY_ORIGIN_PORT", "127.0.0.1:" + ports.get(0));
    environment.put("PARLEY_ORIGIN_TLS_PORT", "127.0.0.1:" + ports.get(1));
    environment.put("PARLEY_ORIGIN_GRPC_PORT", "127.0.0.1:" + ports.get(2));
    environment.put("PARLEY_ORIGIN_METRICS_PORT", "127.0.0.1:" + ports.get(3));
  }

  /** In front of nobody, until names have addresses. */
  public static Edge in(Path folder) throws IOException {
    return new Edge(folder);
  }

  /** In front of user-service, and of chat instances at the ports of the system's first. */
  public static Edge of(RunningSystem system, Path folder) throws IOException {
    Edge edge = new Edge(folder);
    Place user = system.description().userService();
    Place chat = system.description().chat().getFirst();
    return edge.with("PARLEY_USER_PORT", user.port())
        .with("PARLEY_USER_GRPC_PORT", user.grpcPort())
        .with("PARLEY_CHAT_PORT", chat.port())
        .with("PARLEY_CHAT_GRPC_PORT", chat.grpcPort())
        .name("user-service", "127.0.0.1");
  }

  public Edge with(String variable, Object value) {
    program.environment().put(variable, value.toString());
    return this;
  }

  /** From now on this name has these addresses; without any it is unknown. */
  public Edge name(String name, String... addresses) throws IOException {
    Path file = folder.resolve("dns").resolve(name);
    if (addresses.length == 0) {
      Files.deleteIfExists(file);
    } else {
      // As getent says it: a line for each kind of socket.
      Path next = folder.resolve("next");
      Files.write(next, Arrays.stream(addresses).map(a -> a + "  STREAM " + name).toList());
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return this;
  }

  /** The folder that certificates are looked for in. */
  public Path tls() {
    return folder.resolve("tls");
  }

  /** Starts it, and returns when it answers. */
  public Edge start() throws IOException {
    process = launch();
    await("an answer", this::isHealthy);
    return this;
  }

  /** Starts it, and does not wait. */
  Process launch() throws IOException {
    return program.start();
  }

  /** What a health check of the container finds. */
  boolean isHealthy() {
    ProcessBuilder check =
        new ProcessBuilder("bash", SCRIPT.toString(), "health")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    check.environment().putAll(program.environment());
    try {
      return check.start().waitFor() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public URI http(String path) {
    return URI.create("http://localhost:" + ports.get(0) + path);
  }

  public URI https(String path) {
    return URI.create("https://localhost:" + ports.get(1) + path);
  }

  public URI socket() {
    return URI.create("ws://localhost:" + ports.get(0) + "/ws");
  }

  public int tlsPort() {
    return ports.get(1);
  }

  public int grpcPort() {
    return ports.get(2);
  }

  /** What Prometheus asks, and beside it. */
  public URI metrics(String path) {
    return URI.create("http://localhost:" + ports.get(3) + path);
  }

  Process process() {
    return process;
  }

  /** The lines it has written: of the access log, or of its own and nginx's errors. */
  List<String> lines(String stream) {
    try {
      return Files.readAllLines(folder.resolve(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when it has written a line with this text. */
  public void awaitLine(String text) {
    await(text, () -> lines("err").stream().anyMatch(line -> line.contains(text)));
  }

  /** Returns when it has asked for all names once more, and begun again. */
  void awaitLook() throws IOException {
    Path asked = folder.resolve("asked");
    long before = Files.size(asked);
    long twice = 2L * "chat-service\nuser-service\n".length();
    await("another look", () -> asked.toFile().length() > before + twice);
  }

  /** Returns when a reload has left workers with connections of before it. */
  public void awaitReload() {
    await("a reload", () -> process.descendants().anyMatch(Edge::isShuttingDown));
  }

  private static boolean isShuttingDown(ProcessHandle part) {
    try {
      return Files.readString(Path.of("/proc/" + part.pid() + "/cmdline"))
          .startsWith("nginx: worker process is shutting down");
    } catch (IOException e) {
      return false; // it ended meanwhile
    }
  }

  /** Returns when this is so. */
  public void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        assertThat(System.nanoTime()).as("%s within %s: %s", what, LIMIT, folder).isLessThan(end);
        assertThat(process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS))
            .as("it ended: %s", lines("err"))
            .isFalse();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroy();
      assertThat(process.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join())
          .as("it ends")
          .isNotNull();
    }
  }

  private void executable(String name, String command) throws IOException {
    Path file = folder.resolve("bin").resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + command + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
