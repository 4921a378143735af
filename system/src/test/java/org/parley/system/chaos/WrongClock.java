package org.parley.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.system.chaos.ChaosSystem.terminate;
import static org.parley.system.support.Patience.await;
import static org.parley.system.support.Patience.pause;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;

/** The first instance's clock is five minutes behind, then ahead, of everybody's. */
final class WrongClock implements Fault.Script {

  /** Where Debian's package libfaketime and others put it. */
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime"),
          Path.of("/usr/lib/faketime"),
          Path.of("/usr/lib64/faketime"));

  private static final Duration WRONG = Duration.ofSeconds(15);

  @Override
  public String missing() {
    return library().isEmpty() ? "The library libfaketime (Debian: libfaketime) is missing." : "";
  }

  @Override
  public void run(ChaosSystem system) {
    String library = library();
    try {
      for (String offset : List.of("-5m", "+5m")) {
        restart(system, variables(library, offset));
        assertThat(minutesOff(system)).as(offset).isEqualTo(Integer.parseInt(offset, 0, 2, 10));
        await("it is told", () -> system.degraded("clock") == 1);
        assertLetsIn(system);
        pause(WRONG);
      }
    } finally {
      restart(system, Map.of());
    }
    await("it is right again", () -> system.working("clock") == ChaosSystem.INSTANCES);
  }

  /** Whoever signed in just now, by a service whose clock is right. */
  private static void assertLetsIn(ChaosSystem system) {
    RunningSystem running = RunningSystem.at(system.local().settings().descriptionFile());
    Visitor fresh = Visitor.signUp(running, "fresh");
    assertThat(Api.at(running.chat(0, "/")).as(fresh.token()).get("/api/v1/rooms").status())
        .isEqualTo(200);
    try (TestSocket socket = TestSocket.open(running.socket(0))) {
      socket.authenticate(fresh);
    }
  }

  /** By the date it writes above its answers. */
  private static long minutesOff(ChaosSystem system) {
    RunningSystem running = RunningSystem.at(system.local().settings().descriptionFile());
    String date =
        Api.exchange(HttpRequest.newBuilder(running.chat(0, "/health/live")).build(), "")
            .http()
            .headers()
            .firstValue("Date")
            .orElseThrow();
    Instant its = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    return Math.round(Duration.between(Instant.now(), its).toSeconds() / 60.0);
  }

  /** Only what tells the time of day: what measures durations, and waits, goes on as it does. */
  private static Map<String, String> variables(String library, String offset) {
    return Map.of(
        "LD_PRELOAD",
        library,
        "FAKETIME",
        offset,
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0"); // it would make every wait return at once
  }

  private static void restart(ChaosSystem system, Map<String, String> variables) {
    terminate(system.pid(0), Duration.ofSeconds(25));
    system.local().restarts().chat(0, variables);
  }

  private static String library() {
    return FOLDERS.stream()
        .filter(Files::isDirectory)
        .flatMap(WrongClock::files)
        .filter(file -> file.getFileName().toString().startsWith("libfaketimeMT.so"))
        .map(Path::toString)
        .findFirst()
        .orElse("");
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
