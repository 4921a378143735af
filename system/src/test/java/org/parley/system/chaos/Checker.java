package org.parley.system.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.parley.system.check.CheckCommand;

/** {@code parley.jar check}, running beside a fault. */
final class Checker {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** How it went: the report as JSON, and for people. */
  record Outcome(int exitCode, JsonNode report, String text) {

    long count(String name) {
      return report.path("counts").path(name).asLong();
    }

    long violations(String name) {
      return report.path("violations").path(name).asLong();
    }

    /** From when a message was due, milliseconds; whether or not somebody had to come back. */
    double worstDeliveryMs() {
      return Math.max(worst("delivery"), worst("delivery_across_drop"));
    }

    double worstAckMs() {
      return Math.max(worst("ack"), worst("ack_across_drop"));
    }

    double longestPauseMs() {
      return report.path("latencies").path("longest_pause").asDouble();
    }

    private double worst(String kind) {
      return report.path("latencies").path(kind).path("max").asDouble();
    }
  }

  private final CompletableFuture<Outcome> outcome;

  private Checker(CompletableFuture<Outcome> outcome) {
    this.outcome = outcome;
  }

  /** Whether this, on its way to the database, holds something its writers send. */
  static boolean isSend(String request) {
    return request.contains(" says ");
  }

  /** Begins, and returns when writers write. */
  static Checker begin(ChaosSystem system, Fault fault) {
    double before = system.metric("messages_sent_total");
    Path json = Path.of("target", "chaos", fault.slug() + ".json");
    List<String> words = new ArrayList<>(List.of("--url", system.local().description().origin()));
    if (!fault.atOrigin()) {
      IntStream.range(0, ChaosSystem.INSTANCES)
          .forEach(i -> words.addAll(List.of("--socket-url", system.socket(i).toString())));
    }
    words.addAll(List.of("--duration", fault.writing().toString(), "--json", json.toString()));
    words.addAll(fault.checker());
    Checker checker =
        new Checker(
            CompletableFuture.supplyAsync(
                () -> run(words, json),
                task -> {
                  Thread.ofPlatform().name("checker").start(task);
                }));
    ChaosSystem.await(
        "writers write",
        () -> system.metric("messages_sent_total") > before || checker.outcome.isDone());
    return checker;
  }

  private static Outcome run(List<String> words, Path json) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8)) {
      Files.createDirectories(json.getParent());
      Files.deleteIfExists(json);
      int exitCode = CheckCommand.execute(words, out, out);
      JsonNode report = Files.exists(json) ? JSON.readTree(json.toFile()) : JSON.missingNode();
      return new Outcome(exitCode, report, text.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end. */
  Outcome end() {
    return outcome.join();
  }
}
