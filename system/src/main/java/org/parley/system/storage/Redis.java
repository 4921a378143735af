package org.parley.system.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.parley.system.process.ChildProcess;
import org.parley.system.process.Launch;
import org.parley.system.process.LogFile;
import org.parley.system.process.Part;
import org.parley.system.process.Reaper;
import org.parley.system.settings.StartProblem;
import org.parley.system.settings.SystemSettings;
import redis.embedded.RedisExecProvider;

/**
 * A real Redis 7 from the binary that came with this program: this machine only, nothing kept on
 * disk.
 */
public final class Redis implements Part {

  private static final int PING_TIMEOUT_MILLIS = 1_000;

  private final SystemSettings settings;
  private final ChildProcess process;

  public Redis(SystemSettings settings, Reaper reaper) {
    this.settings = settings;
    this.process = new ChildProcess(launch(settings), reaper);
  }

  @Override
  public String name() {
    return "Redis";
  }

  public long pid() {
    return process.pid();
  }

  /** Starts, and returns when it answers. */
  @Override
  public void start() {
    process.start();
    process.awaitReady(this::answers, settings.readyTimeout());
  }

  @Override
  public void stop() {
    process.stop();
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(PING_TIMEOUT_MILLIS);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.ports().redis()),
          PING_TIMEOUT_MILLIS);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      return "+PONG"
          .equals(
              new BufferedReader(
                      new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                  .readLine());
    } catch (IOException e) {
      return false;
    }
  }

  private static Launch launch(SystemSettings settings) {
    Path folder = settings.runFolder().resolve("redis");
    return new Launch(
        "redis",
        List.of(
            unpack(folder).toString(),
            "--port",
            Integer.toString(settings.ports().redis()),
            "--bind",
            "127.0.0.1",
            // A doorbell, not a store: no snapshots, no log of commands.
            "--save",
            "",
            "--appendonly",
            "no",
            "--daemonize",
            "no"),
        settings.environment(),
        folder,
        new LogFile(settings.logFolder(), "redis"));
  }

  /**
   * The library unpacks into a new temporary folder each time and forgets it after kill -9; a copy
   * of ours stays.
   */
  private static Path unpack(Path folder) {
    try {
      Files.createDirectories(folder);
      Path program = folder.resolve("redis-server");
      if (!Files.isExecutable(program)) {
        Path temporary = RedisExecProvider.defaultProvider().get().toPath();
        Path whole =
            Files.copy(
                temporary, folder.resolve("redis-server.new"), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(temporary);
        Files.delete(temporary.getParent());
        whole.toFile().setExecutable(true);
        Files.move(whole, program, StandardCopyOption.ATOMIC_MOVE);
      }
      return program;
    } catch (IOException | RuntimeException e) {
      throw new StartProblem(
          "Redis could not be unpacked into " + folder + ": " + e.getMessage(), e);
    }
  }
}
