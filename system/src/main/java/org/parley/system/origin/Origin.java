package org.parley.system.origin;

import java.nio.file.Path;
import java.util.Optional;
import org.parley.system.process.Part;
import org.parley.system.process.Reaper;
import org.parley.system.settings.StartProblem;
import org.parley.system.settings.SystemSettings;

/** The server at the origin, in front of the services. Its name says which program it is. */
public interface Origin extends Part {

  /** The one the settings ask for; by default nginx where it is installed, as in production. */
  static Origin of(SystemSettings settings, Reaper reaper) {
    Optional<Path> nginx = NginxProgram.find(settings.environment());
    return switch (settings.originServer()) {
      case EMBEDDED -> new EmbeddedOrigin(settings);
      case NGINX ->
          new NginxOrigin(
              settings,
              nginx.orElseThrow(
                  () ->
                      new StartProblem(
                          "PARLEY_ORIGIN_SERVER asks for nginx, but there is none on the PATH: install it, or leave the"
                              + " variable out to use the embedded proxy.")),
              reaper);
      case WHICHEVER_IS_THERE ->
          nginx
              .<Origin>map(program -> new NginxOrigin(settings, program, reaper))
              .orElseGet(() -> new EmbeddedOrigin(settings));
    };
  }
}
