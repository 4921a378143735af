package org.parley.chat.platform;

import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.TokenSettings;
import org.parley.contract.limit.LimitReader;
import org.parley.contract.log.LogFields;
import org.parley.contract.log.ServerId;
import org.parley.contract.rpc.RpcSettings;
import org.parley.contract.rpc.RpcSettings.KeyPair;
import org.parley.contract.trace.Traces;

/**
 * Reads the {@code PARLEY_…} settings once, at the start; a bad value stops the start with a
 * sentence.
 */
@ApplicationScoped
class Settings {

  private final Config config = ConfigProvider.getConfig();

  @Produces
  @Singleton
  TokenSettings tokens() {
    return TokenSettings.of(
        text("PARLEY_JWKS_URL", "http://localhost:9080/.well-known/jwks.json"),
        text("PARLEY_TOKEN_ISSUER", "parley"),
        text("PARLEY_TOKEN_AUDIENCE", "parley"),
        // As long as a key that was stolen and withdrawn may still be of use to the thief.
        duration("PARLEY_KEY_CACHE", "PT1M"));
  }

  @Produces
  @Singleton
  SocketSettings sockets() {
    Set<String> origins =
        Stream.of(text("PARLEY_PUBLIC_ORIGIN", "http://localhost:8080").split(","))
            .map(String::strip)
            .collect(Collectors.toSet());
    return new SocketSettings(origins, duration("PARLEY_WS_AUTH_TIMEOUT", "PT30S"));
  }

  @Produces
  @Singleton
  PeerSettings peers() {
    String instance = ServerId.of(config, "chat-service");
    LogFields.register(instance);
    return new PeerSettings(
        instance,
        new PeerSettings.Redis(
            text("PARLEY_REDIS_URL", "redis://localhost:6379"),
            find("PARLEY_REDIS_USER").orElse(null),
            find("PARLEY_REDIS_PASSWORD").orElse(null),
            file("PARLEY_REDIS_CA")),
        new PeerSettings.UserService(
            text("PARLEY_USER_GRPC", "localhost:9980"),
            file("PARLEY_USER_GRPC_CA"),
            file("PARLEY_USER_GRPC_CERT"),
            file("PARLEY_USER_GRPC_KEY")),
        text("PARLEY_SERVICE_CREDENTIAL", ""),
        flag("PARLEY_PROBE", "off"));
  }

  @Produces
  @Singleton
  LimitReader limits() {
    return new LimitReader(this::find, IllegalArgumentException::new);
  }

  @Produces
  @Singleton
  RpcSettings rpc() {
    return new RpcSettings(
        text("PARLEY_HTTP_HOST", "localhost"),
        port("PARLEY_GRPC_PORT", "9981"),
        flag("PARLEY_GRPC_REFLECTION", "off"),
        KeyPair.of(name -> text(name, "")));
  }

  @Produces
  @Singleton
  Traces traces(Instance<OpenTelemetry> telemetry) {
    return Traces.of(telemetry);
  }

  private Duration duration(String name, String otherwise) {
    String text = text(name, otherwise);
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          name + " is not an ISO-8601 duration such as " + otherwise + ": " + text, e);
    }
  }

  private int port(String name, String otherwise) {
    String text = text(name, otherwise);
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Refused below, as a port that cannot be is.
    }
    throw new IllegalArgumentException(name + " is " + text + "; it must be a port, 1 to 65535");
  }

  private boolean flag(String name, String otherwise) {
    String text = text(name, otherwise);
    return switch (text) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      default ->
          throw new IllegalArgumentException(name + " is " + text + "; it must be on or off");
    };
  }

  private @Nullable Path file(String name) {
    Path file = find(name).map(Path::of).orElse(null);
    if (file != null && !Files.isReadable(file)) {
      throw new IllegalArgumentException(
          name + " is " + file + "; there is no such file, or it cannot be read");
    }
    return file;
  }

  private String text(String name, String otherwise) {
    return find(name).orElse(otherwise);
  }

  /** Blank counts as not set, and what surrounds a value is none of it, as in user-service. */
  private Optional<String> find(String name) {
    return config
        .getOptionalValue(name, String.class)
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
