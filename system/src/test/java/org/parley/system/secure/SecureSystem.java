package org.parley.system.secure;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.parley.contract.secure.CertificateAuthority;
import org.parley.contract.secure.CertificateAuthority.KeyPair;
import org.parley.contract.secure.SecureRedis;
import org.parley.system.liberty.LibertyOutput;
import org.parley.system.liberty.Services;
import org.parley.system.process.ChildProcess;
import org.parley.system.process.Launch;
import org.parley.system.process.Reaper;
import org.parley.system.run.Progress;
import org.parley.system.run.Readiness;
import org.parley.system.run.Readiness.Awaited;
import org.parley.system.settings.SystemSettings;
import org.parley.system.storage.Postgres;
import org.parley.system.storage.Secrets;

/**
 * user-service and chat instances as in containers: PostgreSQL, Redis and gRPC over TLS of an
 * authority of ours, Redis with the least rights, and every secret in a file of its own.
 */
final class SecureSystem implements AutoCloseable {

  /** The secrets, which are in files and nowhere else. */
  private static final List<String> IN_FILES =
      List.of(
          "PARLEY_DB_PASSWORD",
          "PARLEY_SERVICE_CREDENTIAL",
          "PARLEY_REDIS_PASSWORD",
          "keystore_password");

  private static final String REDIS_PASSWORD = "5ec12e75";

  /** Only the start counts here, and the better compiler costs more than it brings by then. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  final SecureDatabase database;
  final SecureRedis redis;
  private final SystemSettings settings;
  private final Services services;
  private final CertificateAuthority authority;
  private final KeyPair proof;
  private final Reaper reaper;
  private final Postgres postgres;
  private final List<ChildProcess> started = new ArrayList<>();

  private SecureSystem(SystemSettings settings, Path certificates)
      throws IOException, SQLException {
    this.settings = settings;
    authority = CertificateAuthority.in(certificates.resolve("ours"));
    proof = authority.issue("localhost");
    Path run = settings.runFolder();
    redis = SecureRedis.start(run.resolve("redis"), authority, proof, REDIS_PASSWORD);
    Secrets secrets = Secrets.of(settings.dataFolder());
    LibertyOutput output = new LibertyOutput(run.resolve("liberty"));
    output.prepare(settings.project(), secrets);
    services = new Services(settings, secrets, output);
    reaper = Reaper.start(run);
    postgres = new Postgres(settings, secrets, reaper);
    database = new SecureDatabase(settings, secrets);
  }

  /** PostgreSQL and Redis, for three chat instances at most. */
  static SecureSystem start() throws IOException, SQLException {
    Path folder = Path.of("target", "secure-system").toAbsolutePath();
    Map<String, String> instances =
        Map.of("PARLEY_CHAT_PORTS", "0,0,0", "PARLEY_CHAT_GRPC_PORTS", "0,0,0");
    SystemSettings settings = SystemSettings.isolated(folder, instances);
    settings = settings.withPorts(settings.ports().withFreePortsChosen());
    for (Path secret : List.of(settings.dataFolder(), settings.keyFolder())) {
      Files.createDirectories(secret);
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
    }
    SecureSystem system = new SecureSystem(settings, folder.resolve("certificates"));
    try {
      system.postgres.start();
      system.database.encrypt(system.proof);
    } catch (RuntimeException | IOException | SQLException e) {
      system.close();
      throw e;
    }
    return system;
  }

  /** Who is to be believed. */
  Path ca() {
    return authority.certificate();
  }

  /** An authority nobody here has to do with. */
  Path strangersCa() {
    return CertificateAuthority.in(ca().resolveSibling("../stranger").normalize()).certificate();
  }

  /** Launches user-service. */
  ChildProcess user() throws IOException {
    return launch(
        services.user(),
        Map.of(
            "PARLEY_DB_URL",
            database.url("parley_users", ca()),
            "PARLEY_GRPC_CLIENT_CA",
            ca().toString()),
        Map.of());
  }

  /**
   * Launches a chat instance.
   *
   * @param number counted from 1
   * @param changes to its settings, for those who are to have others; empty: not set
   */
  ChildProcess chat(int number, Map<String, String> changes) throws IOException {
    Map<String, String> own = new HashMap<>();
    own.put("PARLEY_DB_URL", database.url("parley_chat", ca()));
    own.put("PARLEY_REDIS_URL", redis.url());
    own.put("PARLEY_REDIS_USER", SecureRedis.USER);
    own.put("PARLEY_REDIS_CA", ca().toString());
    own.put("PARLEY_USER_GRPC_CA", ca().toString());
    own.put("PARLEY_USER_GRPC_CERT", proof.certificate().toString());
    own.put("PARLEY_USER_GRPC_KEY", proof.key().toString());
    own.putAll(changes);
    return launch(services.chat(number), own, Map.of("PARLEY_REDIS_PASSWORD", REDIS_PASSWORD));
  }

  private ChildProcess launch(Launch plain, Map<String, String> own, Map<String, String> secrets)
      throws IOException {
    Map<String, String> environment = new HashMap<>(plain.environment());
    Map<String, String> inFiles = new HashMap<>(secrets);
    for (String name : IN_FILES) {
      String value = environment.remove(name);
      if (value != null) {
        inFiles.put(name, value);
      }
    }
    environment.putAll(own);
    environment.put("PARLEY_GRPC_CERT", proof.certificate().toString());
    environment.put("PARLEY_GRPC_KEY", proof.key().toString());
    environment.put("VARIABLE_SOURCE_DIRS", write(plain.name(), inFiles).toString());
    environment.values().removeIf(String::isEmpty);
    environment.merge("JVM_ARGS", QUICK_START, (all, quick) -> all + " " + quick);
    ChildProcess process =
        new ChildProcess(
            new Launch(plain.name(), plain.words(), environment, plain.folder(), plain.log()),
            reaper);
    started.add(process);
    process.start();
    return process;
  }

  /** One file a secret, named after its setting, and ended as editors and {@code echo} end them. */
  private Path write(String name, Map<String, String> secrets) throws IOException {
    Path folder = settings.runFolder().resolve("secrets").resolve(name);
    Files.createDirectories(folder);
    for (Map.Entry<String, String> secret : secrets.entrySet()) {
      Files.writeString(folder.resolve(secret.getKey()), secret.getValue() + "\n");
    }
    return folder;
  }

  /** Returns when user-service and these instances, from the first on, are ready. */
  void awaitReady(ChildProcess user, List<ChildProcess> chat) {
    List<Awaited> all = new ArrayList<>();
    all.add(new Awaited(user, users("/health/ready")));
    IntStream.range(0, chat.size())
        .forEach(i -> all.add(new Awaited(chat.get(i), chat(i + 1, "/health/ready"))));
    Progress progress = Progress.to(System.out);
    try (Readiness readiness = new Readiness(progress, settings.readyTimeout())) {
      readiness.await(all);
    }
  }

  /** Returns when its log says this. */
  void awaitLogged(ChildProcess process, String text) {
    process.awaitReady(() -> process.hasLogged(text), settings.readyTimeout());
  }

  /** An address of user-service. */
  URI users(String path) {
    return URI.create("http://localhost:" + settings.ports().user() + path);
  }

  /** An address of a chat instance. */
  URI chat(int number, String path) {
    return URI.create("http://localhost:" + settings.ports().chat().get(number - 1) + path);
  }

  @Override
  public void close() {
    started.parallelStream().forEach(ChildProcess::stop);
    postgres.stop();
    redis.close();
    reaper.close();
  }
}
