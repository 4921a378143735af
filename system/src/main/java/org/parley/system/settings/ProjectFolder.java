package org.parley.system.settings;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The project's folder and what the build puts where in it. */
public record ProjectFolder(Path root) {

  /** The names of the Liberty servers, one for each service. */
  public static final List<String> SERVICES = List.of("user-service", "chat-service");

  private static final String BUILD_IT =
      "start the system with ./mvnw -Prun in the project's folder, which builds it first.";

  /**
   * The project this program was built in: the nearest folder above it that holds liberty-config.
   */
  public static ProjectFolder ofThisProgram() {
    for (Path folder = ownLocation(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("liberty-config"))) {
        return new ProjectFolder(folder);
      }
    }
    throw new StartProblem(
        "This program is outside the Parley project and finds no services to start: " + BUILD_IT);
  }

  /** The one Open Liberty installation. */
  public Path liberty() {
    return root.resolve("target/liberty/wlp");
  }

  /** Holds the configuration and the application of every service. */
  public Path libertyUserFolder() {
    return root.resolve("target/liberty/usr");
  }

  /** Configuration and application of one service. */
  public Path server(String service) {
    return libertyUserFolder().resolve("servers").resolve(service);
  }

  public Path nginxConfiguration() {
    return root.resolve("nginx/conf");
  }

  /** The browser client. */
  public Path www() {
    return root.resolve("nginx/target/www");
  }

  /** Unpacked programs, shared by all local systems of this project. */
  public Path programs() {
    return root.resolve("system/target/programs");
  }

  Path runFolder() {
    return root.resolve("system/target/local-system");
  }

  /** Refuses a project that has not been built. */
  public void requireBuilt() {
    require(liberty().resolve("bin/server"), "Open Liberty is not unpacked");
    for (String service : SERVICES) {
      require(server(service).resolve("server.xml"), service + " is not built");
      require(server(service).resolve("apps").resolve(service + ".war"), service + " is not built");
    }
    require(www().resolve("index.html"), "The browser client is not built");
  }

  private static void require(Path file, String complaint) {
    if (!Files.exists(file)) {
      throw new StartProblem(complaint + " (" + file + " is missing): " + BUILD_IT);
    }
  }

  private static Path ownLocation() {
    try {
      return Path.of(
          ProjectFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
