package org.parley.system.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.parley.system.bench.peer.ProcessUse;
import org.parley.system.bench.result.Results;
import org.parley.system.bench.result.Sample;
import org.parley.system.bench.result.Table;
import org.parley.system.liberty.LibertyOutput;
import org.parley.system.liberty.Services;
import org.parley.system.process.ChildProcess;
import org.parley.system.process.Ending;
import org.parley.system.process.Launch;
import org.parley.system.process.Part;
import org.parley.system.process.Reaper;
import org.parley.system.run.LocalSystem;
import org.parley.system.run.Progress;
import org.parley.system.run.Readiness;
import org.parley.system.run.Readiness.Awaited;
import org.parley.system.settings.SystemSettings;
import org.parley.system.storage.Secrets;

/**
 * How long each service takes until it is ready, by itself on all cores: everything it needs runs
 * already, and nothing else does. Its start before this one filled Liberty's caches.
 */
final class ReadySuite {

  private static final String SCENE = "ready";
  private static final String USER = "user-service";
  private static final String CHAT = "chat-service";
  private static final int ROUNDS = 3;

  /** What the end of one service leaves to do for the databases. */
  private static final long REST_SECONDS = 3;

  private static final double MICROS = 1e6;

  /** One chat instance; two would only start beside each other. */
  private static final Map<String, String> ONE_CHAT =
      Map.of("PARLEY_CHAT_PORTS", "0", "PARLEY_CHAT_GRPC_PORTS", "0");

  private final Results results;
  private final Progress progress;

  ReadySuite(Results results, Progress progress) {
    this.results = results;
    this.progress = progress;
  }

  void run() throws InterruptedException {
    if (results.has(SCENE, CHAT, ROUNDS)) {
      return; // the last one
    }
    try (LocalSystem system = OwnSystem.start(ONE_CHAT)) {
      results.durability(Durability.of(system));
      SystemSettings settings = system.settings();
      end(system.description().chat().getFirst().pid());
      end(system.description().userService().pid());
      Services services =
          new Services(
              settings,
              Secrets.of(settings.dataFolder()),
              new LibertyOutput(settings.runFolder().resolve("liberty")));
      try (Reaper reaper = Reaper.start(folder(settings));
          Readiness readiness = new Readiness(line -> {}, settings.readyTimeout())) {
        Starts starts = new Starts(readiness, reaper);
        URI user = readyAt(settings.ports().user());
        measure(USER, starts, services.user(), user);
        ChildProcess running = starts.start(services.user(), user);
        try {
          URI chat = readyAt(settings.ports().chat().getFirst());
          measure(CHAT, starts, services.chat(1), chat);
        } finally {
          running.stop();
        }
      }
    }
  }

  private static URI readyAt(int port) {
    return URI.create("http://localhost:" + port + "/health/ready");
  }

  /** Beside the system's own reaper, which has its script elsewhere. */
  private static Path folder(SystemSettings settings) {
    try {
      return Files.createDirectories(settings.runFolder().resolve("ready"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(long pid) {
    ProcessHandle.of(pid).ifPresent(process -> Ending.of(process, Part.STOP_TIMEOUT));
  }

  private void measure(String service, Starts starts, Launch launch, URI ready)
      throws InterruptedException {
    for (int round = 1; round <= ROUNDS; round++) {
      if (!results.has(SCENE, service, round)) {
        TimeUnit.SECONDS.sleep(REST_SECONDS);
        Map<String, Double> metrics = starts.measure(launch, ready);
        results.add(new Sample(SCENE, service, round, metrics));
        progress.line(service + " until ready: " + metrics);
      }
    }
    progress.line(
        String.format(
            Locale.ROOT,
            "%s is ready after %.1f s and %.1f s of CPU (median of %d)",
            service,
            median(service, "ready_s"),
            median(service, "ready_cpu_s"),
            ROUNDS));
  }

  private double median(String service, String metric) {
    return Table.median(
        results.samples().stream()
            .filter(one -> one.scene().equals(SCENE) && one.contender().equals(service))
            .mapToDouble(one -> one.metrics().getOrDefault(metric, 0.0))
            .sorted()
            .toArray());
  }

  /** Starting a service and waiting for it; {@link Readiness} asks ten times a second. */
  private record Starts(Readiness readiness, Reaper reaper) {

    /** Stops it when it does not become ready. */
    ChildProcess start(Launch launch, URI ready) {
      ChildProcess process = new ChildProcess(launch, reaper);
      process.start();
      try {
        readiness.await(List.of(new Awaited(process, ready)));
        return process;
      } catch (RuntimeException e) {
        process.stop();
        throw e;
      }
    }

    Map<String, Double> measure(Launch launch, URI ready) {
      long begin = System.nanoTime();
      ChildProcess process = start(launch, ready);
      try {
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpu = ProcessUse.of(List.of(process.pid())).cpuMicros() / MICROS;
        return Map.of("ready_s", seconds, "ready_cpu_s", cpu);
      } finally {
        process.stop();
      }
    }
  }
}
