package org.parley.system.liberty;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.system.settings.StartProblem;
import org.parley.system.settings.SystemSettings;

/**
 * user-service's command for its signing keys, out of its own WAR, on the keys of a local system;
 * whether that runs does not matter.
 */
public final class KeysProgram {

  private static final String COMMAND = "org.parley.users.key.KeysCommand";

  private KeysProgram() {}

  /** Its exit code. */
  public static int run(
      SystemSettings settings, List<String> arguments, PrintStream out, PrintStream err) {
    settings.project().requireBuilt();
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("PARLEY_KEY_DIR", settings.keyFolder().toString());
    try (URLClassLoader service =
        new URLClassLoader(
            classPath(settings.project().server("user-service")),
            ClassLoader.getPlatformClassLoader())) {
      return (int)
          service
              .loadClass(COMMAND)
              .getMethod("run", Map.class, List.class, PrintStream.class, PrintStream.class)
              .invoke(null, environment, arguments, out, err);
    } catch (IOException | ReflectiveOperationException e) {
      throw new StartProblem("The keys command of user-service cannot be run: " + e);
    }
  }

  private static URL[] classPath(Path server) throws IOException {
    List<URL> places = new ArrayList<>();
    Path war = server.resolve("apps").resolve("user-service.war");
    places.add(URI.create("jar:" + war.toUri() + "!/WEB-INF/classes/").toURL());
    try (Stream<Path> libraries = Files.list(server.resolve("lib"))) {
      for (Path library : libraries.toList()) {
        places.add(library.toUri().toURL());
      }
    }
    return places.toArray(URL[]::new);
  }
}
