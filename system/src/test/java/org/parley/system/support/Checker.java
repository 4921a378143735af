package org.parley.system.support;

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
import org.parley.system.check.CheckCommand;

/** {@code parley.jar check}, running beside what a test does to the system. */
public final class Checker {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** How it went: the report as JSON, and for people. */
  public record Outcome(int exitCode, JsonNode report, String text) {

    public long count(String name) {
      return report.path("counts").path(name).asLong();
    }

    public long violations(String name) {
      return report.path("violations").path(name).asLong();
    }

    /** From when a message was due, milliseconds; whether or not somebody had to come back. */
    public double worstDeliveryMs() {
      return Math.max(worst("delivery"), worst("delivery_across_drop"));
    }

    public double worstAckMs() {
      return Math.max(worst("ack"), worst("ack_across_drop"));
    }

    public double longestPauseMs() {
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

  /**
   * Begins.
   *
   * @param words its options, all but where the report goes
   * @param json takes the report
   */
  public static Checker begin(List<String> words, Path json) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--json", json.toString()));
    return new Checker(
        CompletableFuture.supplyAsync(
            () -> run(all, json), task -> Thread.ofPlatform().name("checker").start(task)));
  }

  /** Whether it has come to its end, which is too early while something is done to the system. */
  public boolean isOver() {
    return outcome.isDone();
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
  public Outcome end() {
    return outcome.join();
  }
}
