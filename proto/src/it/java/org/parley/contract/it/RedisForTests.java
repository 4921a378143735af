package org.parley.contract.it;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.testcontainers.containers.GenericContainer;
import redis.embedded.RedisServer;

/**
 * A Redis of its own that keeps nothing, and that can be away for a while; in a container or
 * embedded, see {@link ServiceSource}. It comes back empty and on the same port.
 */
public final class RedisForTests implements AutoCloseable {

  /** The version of the embedded one, so that a test means the same in both. */
  private static final String IMAGE = "redis:7.0.15-alpine";

  /** Inside the container. */
  private static final int CONTAINER_PORT = 6379;

  /** Either of the two. Starts again after it was stopped. */
  private interface Server {
    void start() throws IOException;

    void stop() throws IOException;
  }

  private final int port;
  private final Server server;

  private RedisForTests(int port, Server server) {
    this.port = port;
    this.server = server;
  }

  /** One that does not run before {@link #start()}. */
  public static RedisForTests stopped() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    return new RedisForTests(
        port,
        switch (ServiceSource.chosen()) {
          case CONTAINERS -> new InContainer(port);
          case EMBEDDED -> new Embedded(port);
        });
  }

  /** One that runs. */
  public static RedisForTests started() throws IOException {
    RedisForTests redis = stopped();
    redis.start();
    return redis;
  }

  /** As {@code PARLEY_REDIS_URL}. */
  public String url() {
    return "redis://localhost:" + port;
  }

  /** Starts, and returns when it answers. */
  public void start() throws IOException {
    server.start();
    ServiceSource.announce("Redis", version(), IMAGE);
  }

  /** Ends it as a crash would: whoever is connected loses the connection. */
  public void stop() throws IOException {
    server.stop();
  }

  @Override
  public void close() throws IOException {
    stop();
  }

  private String version() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write("INFO server\r\n".getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String field = "redis_version:";
      for (String line = answer.readLine(); line != null; line = answer.readLine()) {
        if (line.startsWith(field)) {
          return line.substring(field.length());
        }
      }
      throw new IOException("Redis does not tell its version");
    }
  }

  /** A new container each time it starts. The port is chosen here: Docker's own changes with it. */
  private static final class InContainer implements Server {

    private final PortBinding binding;
    private GenericContainer<?> container;

    InContainer(int port) {
      this.binding =
          new PortBinding(
              Ports.Binding.bindIpAndPort("127.0.0.1", port), new ExposedPort(CONTAINER_PORT));
    }

    @Override
    public void start() {
      container =
          Containers.start(
              IMAGE,
              image ->
                  new GenericContainer<>(image)
                      .withExposedPorts(CONTAINER_PORT)
                      .withCommand("redis-server", "--save", "")
                      .withCreateContainerCmdModifier(
                          command -> command.getHostConfig().withPortBindings(binding)));
    }

    @Override
    public void stop() {
      if (container != null) {
        container.stop();
      }
    }
  }

  private record Embedded(RedisServer server) implements Server {

    Embedded(int port) {
      this(RedisServer.builder().port(port).setting("bind 127.0.0.1").setting("save \"\"").build());
    }

    @Override
    public void start() {
      server.start();
    }

    @Override
    public void stop() {
      server.stop();
    }
  }
}
