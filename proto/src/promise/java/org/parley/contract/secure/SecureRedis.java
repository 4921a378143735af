package org.parley.contract.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.parley.contract.secure.CertificateAuthority.KeyPair;

/**
 * A Redis as the containers run it: TLS only, and who may do what is written in
 * system/containers/redis.acl.template. The machine's own {@code redis-server}, because the one
 * that comes as a library has no TLS.
 */
public final class SecureRedis implements AutoCloseable {

  /** The user of the template. */
  public static final String USER = "parley";

  /** Told by {@code ACL LOG} when nobody was denied anything. */
  public static final String NOTHING_DENIED = "";

  private static final String HOW_TO_GET_ONE =
      "No redis-server and redis-cli with TLS were found, so tests of Redis over TLS are skipped. Get them with:"
          + " apt-get install redis-server";

  /** Tests run in the folder of their module. */
  private static final Path TEMPLATE = Path.of("..", "system", "containers", "redis.acl.template");

  private static final String ADMINISTRATOR = "user admin on >admin ~* &* +@all";

  private static final long PATIENCE_SECONDS = 20;

  private final Process server;
  private final Thread end;
  private final int port;
  private final Path ca;

  private SecureRedis(Process server, int port, Path ca) {
    this.server = server;
    this.end = new Thread(server::destroyForcibly, "end-redis");
    this.port = port;
    this.ca = ca;
    Runtime.getRuntime().addShutdownHook(end);
  }

  /**
   * Starts one, and returns when it listens. Where this machine has none the test is skipped, or
   * fails where PARLEY_REQUIRE_REDIS is true.
   *
   * @param folder takes what it needs
   */
  public static SecureRedis start(
      Path folder, CertificateAuthority authority, KeyPair proof, String password)
      throws IOException {
    require(isOnPath("redis-server") && isOnPath("redis-cli"));
    Files.createDirectories(folder);
    Path acl = folder.resolve("users.acl");
    Files.writeString(
        acl,
        Files.readString(TEMPLATE).replace("PASSWORD", password) + ADMINISTRATOR + "\n",
        StandardCharsets.UTF_8);
    int port;
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = any.getLocalPort();
    }
    List<String> words = new ArrayList<>(List.of("redis-server", "--port", "0"));
    words.addAll(List.of("--tls-port", Integer.toString(port), "--bind", "127.0.0.1"));
    words.addAll(List.of("--tls-cert-file", proof.certificate().toString()));
    words.addAll(List.of("--tls-key-file", proof.key().toString()));
    words.addAll(List.of("--tls-ca-cert-file", authority.certificate().toString()));
    words.addAll(List.of("--tls-auth-clients", "no", "--save", "", "--aclfile", acl.toString()));
    Path log = folder.resolve("redis.log");
    Process server =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    SecureRedis redis = new SecureRedis(server, port, authority.certificate());
    redis.awaitReady(log);
    return redis;
  }

  /** As {@code PARLEY_REDIS_URL}. */
  public String url() {
    return "rediss://localhost:" + port;
  }

  /** What its administrator is answered. */
  public String ask(String... command) {
    List<String> words = new ArrayList<>(List.of("redis-cli", "--tls", "-h", "localhost"));
    words.addAll(List.of("-p", Integer.toString(port), "--cacert", ca.toString()));
    words.addAll(List.of("--user", "admin", "--pass", "admin", "--no-auth-warning"));
    words.addAll(Arrays.asList(command));
    try {
      Process asked = new ProcessBuilder(words).redirectErrorStream(true).start();
      return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Who was denied what since its start. */
  public String denied() {
    return ask("ACL", "LOG");
  }

  private void awaitReady(Path log) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!ask("PING").equals("PONG")) {
      if (!server.isAlive() || System.nanoTime() > deadline) {
        close();
        String said = Files.readString(log);
        // One that was built without TLS does not know our words.
        require(!said.contains("Bad directive"));
        throw new IOException("Redis did not start: " + said);
      }
    }
  }

  private static void require(boolean there) {
    if (Boolean.parseBoolean(System.getenv("PARLEY_REQUIRE_REDIS"))) {
      assertThat(there).as(HOW_TO_GET_ONE).isTrue();
    }
    if (!there) {
      System.out.println(HOW_TO_GET_ONE);
    }
    assumeTrue(there, HOW_TO_GET_ONE);
  }

  private static boolean isOnPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  @Override
  public void close() {
    server.destroy();
    try {
      if (!server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
