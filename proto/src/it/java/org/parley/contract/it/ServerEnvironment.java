package org.parley.contract.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts what the server under test needs, before the first test, and tells the server by its
 * server.env: the settings arrive as environment variables, as in production. Arquillian then
 * starts and stops the server itself.
 */
public final class ServerEnvironment implements LauncherSessionListener {

  /** The service credential of the server under test. */
  public static final String CREDENTIAL = "it-credential";

  private DatabaseForTests database;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      database = DatabaseForTests.start(System.getProperty("parley.it.database"));
      int httpPort = freePort();
      int grpcPort = freePort();
      System.setProperty("parley.it.http.port", Integer.toString(httpPort));
      System.setProperty("parley.it.grpc.port", Integer.toString(grpcPort));
      System.setProperty("parley.it.database.port", Integer.toString(database.port()));
      write(
          List.of(
              // The server runs on the JDK the tests run on, not on the one Maven was started with.
              "JAVA_HOME=" + System.getProperty("java.home"),
              "PARLEY_HTTP_PORT=" + httpPort,
              "PARLEY_GRPC_PORT=" + grpcPort,
              "PARLEY_JWKS_URL=http://localhost:" + httpPort + "/.well-known/jwks.json",
              "PARLEY_DB_URL=" + database.url(),
              "PARLEY_DB_USER=" + database.name(),
              "PARLEY_DB_PASSWORD=" + DatabaseForTests.PASSWORD,
              "PARLEY_KEY_DIR=" + Path.of(System.getProperty("parley.it.directory"), "keys"),
              // Tests of sockets send as fast as they can; other limits are as in production.
              "PARLEY_LIMIT_SEND=100000/s",
              "PARLEY_LIMIT_FRAMES=100000/s",
              "PARLEY_SERVICE_CREDENTIAL=" + CREDENTIAL));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the test database could not be prepared", e);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    try {
      database.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(List<String> settings) throws IOException {
    Path file =
        Path.of(
            System.getProperty("liberty.user.dir"),
            "servers",
            System.getProperty("parley.it.server"),
            "server.env");
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(settings);
    // The assembled server's own lines stay: its key store has a password.
    Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
