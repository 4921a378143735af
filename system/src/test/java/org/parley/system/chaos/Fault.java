package org.parley.system.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.parley.system.support.Checker;
import org.parley.system.support.Patience;

/**
 * Something that goes wrong while the checker runs.
 *
 * @param name what an operator would call it
 * @param writing how long the checker's writers write, the fault included
 * @param bound how late a message may be because of it, as the README says
 * @param checker further words for the checker
 * @param atOrigin whether clients come through the edge, as people do, instead of straight to the
 *     instances, so that both have some
 * @param always whether it is part of {@code verify}
 * @param script what happens; returns when the fault is over
 */
record Fault(
    String name,
    Duration writing,
    Duration bound,
    List<String> checker,
    boolean atOrigin,
    boolean always,
    Script script) {

  /** What happens to the system. */
  interface Script {
    void run(ChaosSystem system) throws Exception;

    /** What this machine lacks for it, in a sentence; empty when nothing. */
    default String missing() {
      return "";
    }
  }

  private static final List<String> STEADY = List.of("--drop-every", "0s");

  /** With clients that stay, straight at the instances, so that only the fault disturbs them. */
  static Fault steady(
      String name, int writingSeconds, Duration bound, boolean always, Script script) {
    return new Fault(
        name, Duration.ofSeconds(writingSeconds), bound, STEADY, false, always, script);
  }

  /** With clients that find the instance that is left by the edge. */
  static Fault atOrigin(String name, int writingSeconds, Duration bound, Script script) {
    return new Fault(name, Duration.ofSeconds(writingSeconds), bound, STEADY, true, true, script);
  }

  /**
   * As steady, but the database is set back to what it was some seconds before.
   *
   * @param most how many acknowledged messages may be gone: of those seconds, and of the two until
   *     clients know
   */
  static Fault setBack(String name, int writingSeconds, Duration bound, int most, Script script) {
    List<String> words =
        List.of(
            "--drop-every",
            "0s",
            "--changes",
            "off",
            "--max-resyncs",
            "3",
            "--set-back",
            Integer.toString(most));
    return new Fault(name, Duration.ofSeconds(writingSeconds), bound, words, false, false, script);
  }

  /** The checker beside it; returns when writers write. */
  Checker begin(ChaosSystem system) {
    double before = system.metric("messages_sent_total");
    List<String> words = new ArrayList<>(List.of("--url", system.local().description().origin()));
    if (!atOrigin) {
      IntStream.range(0, ChaosSystem.INSTANCES)
          .forEach(i -> words.addAll(List.of("--socket-url", system.socket(i).toString())));
    }
    words.addAll(List.of("--duration", writing.toString()));
    words.addAll(checker);
    Checker running = Checker.begin(words, Path.of("target", "chaos", slug() + ".json"));
    Patience.await(
        "writers write", () -> system.metric("messages_sent_total") > before || running.isOver());
    return running;
  }

  /** Whether this, on its way to the database, holds something the checker's writers send. */
  static boolean isSend(String request) {
    return request.contains(" says ");
  }

  /** Its name, in a file name. */
  String slug() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  /** For the report of a test. */
  @Override
  public String toString() {
    return name;
  }
}
