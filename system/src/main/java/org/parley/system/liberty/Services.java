package org.parley.system.liberty;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.system.process.Launch;
import org.parley.system.process.LogFile;
import org.parley.system.settings.Ports;
import org.parley.system.settings.SystemSettings;
import org.parley.system.storage.Secrets;

/**
 * How the services are launched: one Liberty installation, one configuration for each service, one
 * output folder for each instance. Whatever PARLEY_ setting was given to us reaches them, except
 * where one part must know where another is.
 */
public record Services(SystemSettings settings, Secrets secrets, LibertyOutput output) {

  /** The JDK from which on objects may have compact headers without an experimental flag. */
  private static final int COMPACT_HEADERS_SINCE = 25;

  public Launch user() {
    Ports ports = settings.ports();
    Map<String, String> own = environment("user-service", ports.user(), ports.userGrpc());
    own.putAll(
        database("parley_users", secrets.users(), way("USER_POSTGRES", 1, ports.postgres())));
    own.put("PARLEY_KEY_DIR", settings.keyFolder().toString());
    return launch("user-service", List.of(), "user-service", own);
  }

  /**
   * One of the chat instances.
   *
   * @param number counted from 1
   */
  public Launch chat(int number) {
    Ports ports = settings.ports();
    String name = "chat-service-" + number;
    Map<String, String> own =
        environment(name, ports.chat().get(number - 1), ports.chatGrpc().get(number - 1));
    own.putAll(
        database("parley_chat", secrets.chat(), way("CHAT_POSTGRES", number, ports.postgres())));
    own.put("PARLEY_REDIS_URL", "redis://127.0.0.1:" + way("CHAT_REDIS", number, ports.redis()));
    own.put("PARLEY_USER_GRPC", "localhost:" + way("CHAT_USER_GRPC", number, ports.userGrpc()));
    own.merge("JVM_ARGS", chatJvmArguments(), (all, chat) -> (all + " " + chat).strip());
    return launch(name, chatCpus(), "chat-service", own);
  }

  private Map<String, String> environment(String serverId, int httpPort, int grpcPort) {
    Ports ports = settings.ports();
    Map<String, String> own = new HashMap<>(settings.environment());
    own.putIfAbsent(
        "PARLEY_PUBLIC_ORIGIN",
        "http://localhost:" + ports.origin() + ",http://127.0.0.1:" + ports.origin());
    own.put("SERVER_ID", serverId);
    own.put("PARLEY_HTTP_PORT", Integer.toString(httpPort));
    own.put("PARLEY_GRPC_PORT", Integer.toString(grpcPort));
    own.put("PARLEY_JWKS_URL", "http://localhost:" + ports.user() + "/.well-known/jwks.json");
    own.put("PARLEY_SERVICE_CREDENTIAL", secrets.serviceCredential());
    own.put("keystore_password", secrets.keystore());
    own.put("JAVA_HOME", System.getProperty("java.home"));
    own.put("WLP_USER_DIR", settings.project().libertyUserFolder().toString());
    own.put("WLP_OUTPUT_DIR", output.of(serverId).toString());
    // Those of whoever started us would move the logs or change the server.
    own.remove("LOG_DIR");
    own.remove("JVM_ARGS");
    if (isHotSpot()) {
      own.put("JVM_ARGS", hotSpotOptions());
    }
    return own;
  }

  private String hotSpotOptions() {
    Path folder = settings.project().libertyUserFolder().resolve("shared");
    String all = "@" + folder.resolve("hotspot.options");
    return Runtime.version().feature() < COMPACT_HEADERS_SINCE
        ? all
        : all + " @" + folder.resolve("hotspot-25.options");
  }

  /**
   * Where an instance finds another part: there, or by PARLEY_{line}_PORTS at ports of somebody in
   * between, one for each instance. Tests make lines fail so.
   */
  private int way(String line, int number, int straight) {
    String ports = settings.environment().getOrDefault("PARLEY_" + line + "_PORTS", "");
    return ports.isBlank() ? straight : Integer.parseInt(ports.split(",", -1)[number - 1]);
  }

  private Map<String, String> database(String name, String password, int port) {
    return Map.of(
        "PARLEY_DB_URL", "jdbc:postgresql://127.0.0.1:" + port + "/" + name,
        "PARLEY_DB_USER", name,
        "PARLEY_DB_PASSWORD", password);
  }

  /** Words in front of a chat instance's command that keep it on the CPUs it was given. */
  private List<String> chatCpus() {
    String cpus = settings.environment().getOrDefault("PARLEY_CHAT_CPUS", "");
    return cpus.isBlank() ? List.of() : List.of("/usr/bin/taskset", "-c", cpus.strip());
  }

  private String chatJvmArguments() {
    String heap = settings.environment().getOrDefault("PARLEY_CHAT_HEAP", "");
    return heap.isBlank() ? "" : "-Xmx" + heap.strip();
  }

  private Launch launch(
      String name, List<String> prefix, String server, Map<String, String> environment) {
    String script = settings.project().liberty().resolve("bin/server").toString();
    return new Launch(
        name,
        Stream.concat(prefix.stream(), Stream.of(script, "run", server)).toList(),
        environment,
        settings.runFolder(),
        new LogFile(settings.logFolder(), name));
  }

  /** The services run on the same Java as we do. */
  private static boolean isHotSpot() {
    return !System.getProperty("java.vm.name").contains("OpenJ9");
  }
}
