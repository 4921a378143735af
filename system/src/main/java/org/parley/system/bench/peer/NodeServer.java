package org.parley.system.bench.peer;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.system.bench.load.LoadProblem;
import org.parley.system.process.ChildProcess;
import org.parley.system.process.Launch;
import org.parley.system.process.LogFile;
import org.parley.system.process.Reaper;
import org.parley.system.settings.SystemSettings;

/** One of the servers of {@code system/bench/peers}, on the first core. */
final class NodeServer implements AutoCloseable {

  private static final Duration READY = Duration.ofSeconds(30);

  private final ChildProcess process;
  private final int port;
  private int collections;

  private NodeServer(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it and returns when it is ready; does not leave one behind that never was. */
  static NodeServer start(
      SystemSettings settings, Reaper reaper, String program, Map<String, String> environment) {
    int port = freePort();
    Map<String, String> own = new HashMap<>(Map.of("PATH", System.getenv("PATH")));
    own.put("PORT", Integer.toString(port));
    own.put("NODE_ENV", "production");
    own.putAll(environment);
    List<String> words = new ArrayList<>(Cpus.onFirst());
    words.add("node");
    words.add("--expose-gc"); // for collectGarbage; costs nothing until it is called
    words.add("peers/" + program);
    ChildProcess process =
        new ChildProcess(
            new Launch(
                program, words, own, folder(settings), new LogFile(settings.logFolder(), program)),
            reaper);
    process.start();
    try {
      process.awaitReady(() -> process.hasLogged("ready"), READY);
    } catch (RuntimeException e) {
      process.stop();
      throw e;
    }
    return new NodeServer(process, port);
  }

  /** Where their packages are. */
  static Path folder(SystemSettings settings) {
    Path folder = settings.project().root().resolve("system/bench");
    if (!Files.isDirectory(folder.resolve("node_modules"))) {
      throw new LoadProblem("system/bench has no packages yet: npm ci there.");
    }
    return folder;
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /** Has it collect its garbage, see garbage.mjs, and returns when it has. */
  void collectGarbage() throws InterruptedException {
    String answer = "collected " + ++collections;
    try {
      if (new ProcessBuilder("kill", "-USR2", Long.toString(pid())).start().waitFor() != 0) {
        throw new LoadProblem("Process " + pid() + " could not be asked for its garbage.");
      }
    } catch (IOException e) {
      throw new LoadProblem("kill could not be started.", e);
    }
    process.awaitReady(() -> process.hasLogged(answer), READY);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new LoadProblem("No port is free.", e);
    }
  }

  @Override
  public void close() {
    process.stop();
  }
}
