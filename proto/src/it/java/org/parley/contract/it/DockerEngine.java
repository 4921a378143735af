package org.parley.contract.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody listens where a Docker engine would. Testcontainers would find out too, in three
 * seconds and with many words; most machines without an engine are to pay neither.
 */
final class DockerEngine {

  /** Connecting on one's own machine takes no time; a host that is gone is not waited for. */
  private static final int TIMEOUT_MILLIS = 1_000;

  private DockerEngine() {}

  static boolean answers() {
    return addresses().stream().anyMatch(DockerEngine::answersAt);
  }

  /** DOCKER_HOST alone if it is set; otherwise where engines of the system and of a user are. */
  private static List<URI> addresses() {
    String given = System.getenv().getOrDefault("DOCKER_HOST", "");
    if (!given.isBlank()) {
      return List.of(URI.create(given));
    }
    Path home = Path.of(System.getProperty("user.home"));
    List<Path> sockets = new ArrayList<>();
    sockets.add(Path.of("/var/run/docker.sock"));
    sockets.add(home.resolve(".docker/run/docker.sock"));
    sockets.add(home.resolve(".docker/desktop/docker.sock"));
    String runtime = System.getenv("XDG_RUNTIME_DIR");
    if (runtime != null) {
      sockets.add(Path.of(runtime, "docker.sock"));
    }
    return sockets.stream().map(socket -> URI.create("unix://" + socket)).toList();
  }

  private static boolean answersAt(URI address) {
    try {
      if ("unix".equals(address.getScheme())) {
        SocketChannel.open(UnixDomainSocketAddress.of(address.getPath())).close();
      } else if (address.getPort() < 0 || !isHere(address.getHost())) {
        // By ssh, say, or on another machine, whose ports are not those of localhost.
        return false;
      } else {
        try (Socket socket = new Socket()) {
          socket.connect(
              new InetSocketAddress(address.getHost(), address.getPort()), TIMEOUT_MILLIS);
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isHere(@Nullable String host) throws IOException {
    return host != null && InetAddress.getByName(host).isLoopbackAddress();
  }
}
