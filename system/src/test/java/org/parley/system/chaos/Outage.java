package org.parley.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.system.support.Patience.await;
import static org.parley.system.support.Patience.pause;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;

/**
 * A part is away for a time: its beginning and its end are told, by every instance, in its metrics,
 * its log and its readiness, which it does not lose.
 */
final class Outage {

  private final ChaosSystem system;
  private final RunningSystem running;
  private final String dependency;
  private final String title;
  private final List<Integer> loggedBefore;

  /**
   * One that is about to begin.
   *
   * @param dependency its tag in the metrics
   * @param title what the log calls it
   */
  Outage(ChaosSystem system, String dependency, String title) {
    this.system = system;
    this.running = RunningSystem.at(system.local().settings().descriptionFile());
    this.dependency = dependency;
    this.title = title;
    this.loggedBefore =
        IntStream.range(0, ChaosSystem.INSTANCES).mapToObj(i -> log(i).length()).toList();
  }

  /** Waits until the outage is told, and lets it last that long in all. */
  void last(Duration time) {
    long began = System.nanoTime();
    await(title + " is away", () -> system.degraded(dependency) == ChaosSystem.INSTANCES);
    awaitLogged(title + " is away: ");
    for (int i = 0; i < ChaosSystem.INSTANCES; i++) {
      Api.Answer ready =
          Api.exchange(HttpRequest.newBuilder(running.chat(i, "/health/ready")).build(), "");
      assertThat(ready.status()).as("readiness of instance %s", i).isEqualTo(200);
      assertThat(ready.body().findPath(dependency).asText()).isEqualTo("away");
    }
    Duration told = Duration.ofNanos(System.nanoTime() - began);
    if (told.compareTo(time) < 0) {
      pause(time.minus(told));
    }
  }

  /** Waits until its end is told. */
  void end() {
    await(title + " is back", () -> system.working(dependency) == ChaosSystem.INSTANCES);
    awaitLogged(title + " is back after ");
  }

  private void awaitLogged(String words) {
    for (int i = 0; i < ChaosSystem.INSTANCES; i++) {
      int instance = i;
      await(
          "instance " + i + " says: " + words,
          () -> log(instance).substring(loggedBefore.get(instance)).contains(words));
    }
  }

  private String log(int instance) {
    try {
      return Files.readString(running.chatLog(instance));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
