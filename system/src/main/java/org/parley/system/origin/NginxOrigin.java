package org.parley.system.origin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.system.process.ChildProcess;
import org.parley.system.process.Launch;
import org.parley.system.process.LogFile;
import org.parley.system.process.Reaper;
import org.parley.system.settings.StartProblem;
import org.parley.system.settings.SystemSettings;

/** The installed nginx with the configuration it has in production; only the addresses differ. */
final class NginxOrigin implements Origin {

  private static final int CONNECT_MILLIS = 500;

  private final SystemSettings settings;
  private final Path program;
  private final Path folder;
  private final ChildProcess process;

  NginxOrigin(SystemSettings settings, Path program, Reaper reaper) {
    this.settings = settings;
    this.program = program;
    this.folder = settings.runFolder().resolve("nginx");
    Launch launch =
        new Launch(
            "nginx",
            words(),
            settings.environment(),
            settings.runFolder(),
            new LogFile(settings.logFolder(), "nginx"));
    this.process = new ChildProcess(launch, reaper);
  }

  @Override
  public String name() {
    return "nginx (" + program + ")";
  }

  /** Starts, and returns when it accepts connections. */
  @Override
  public void start() {
    NginxConfiguration configuration =
        new NginxConfiguration(settings.project().nginxConfiguration());
    try {
      configuration.render(folder.resolve("conf"), NginxConfiguration.variables(settings));
    } catch (IOException e) {
      throw new StartProblem(
          "The configuration of nginx could not be written to " + folder + ": " + e.getMessage(),
          e);
    }
    process.start();
    process.awaitReady(this::accepts, settings.readyTimeout());
  }

  @Override
  public void stop() {
    process.stop();
  }

  private List<String> words() {
    List<String> words = new ArrayList<>();
    words.addAll(
        List.of(
            program.toString(),
            "-p",
            folder + "/",
            "-c",
            folder.resolve("conf/nginx.conf").toString()));
    // Otherwise it begins with the log of the installation, which only root may write.
    words.addAll(List.of("-e", "stderr"));
    if ("root".equals(System.getProperty("user.name"))) {
      // Its workers would become somebody who may not be allowed to read the project.
      words.addAll(List.of("-g", "user root;"));
    }
    return words;
  }

  private boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.ports().origin()),
          CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
