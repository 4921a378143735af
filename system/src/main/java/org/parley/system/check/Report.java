package org.parley.system.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.system.check.ledger.Judge.Pairs;
import org.parley.system.check.ledger.Violation;
import org.parley.system.check.ledger.Violation.Kind;
import org.parley.system.check.scene.Latencies.Percentiles;
import org.parley.system.check.scene.Scene;
import org.parley.system.check.scene.Tally.Count;

/**
 * What came out.
 *
 * @param passed whether every promise was kept, and there was something to keep
 * @param reasons why it did not pass, a sentence each; empty when it did
 * @param seconds how long the writers wrote
 * @param deliveredPercent of the expected pairs of message and client, rounded down to two
 *     decimals: 100.00 only when none is missing
 * @param violations by kind, how many
 * @param firstViolations the first of them
 * @param counts everything that was counted
 * @param latencies in milliseconds, from when a send was due
 */
record Report(
    boolean passed,
    List<String> reasons,
    List<String> urls,
    List<String> sockets,
    String protocol,
    int clients,
    int rooms,
    double seconds,
    long expected,
    long delivered,
    BigDecimal deliveredPercent,
    Map<Kind, Long> violations,
    List<Violation> firstViolations,
    Map<Count, Long> counts,
    Times latencies) {

  /**
   * Kinds of waiting.
   *
   * @param ack send to acknowledgement, the writer being connected all the time
   * @param ackAcrossDrop the same where the checker had dropped the writer's connection
   * @param delivery send to sight of a reader, both being connected all the time
   * @param deliveryAcrossDrop the same where the checker had dropped one of the two
   * @param longestPause between two changes that some reader was shown, milliseconds
   */
  record Times(
      Percentiles ack,
      Percentiles ackAcrossDrop,
      Percentiles delivery,
      Percentiles deliveryAcrossDrop,
      double longestPause) {}

  private static final int PERCENT = 100;

  static Report of(Scene scene, Pairs pairs, Duration writing, int clients) {
    Map<Count, Long> counts = new EnumMap<>(Count.class);
    for (Count count : Count.values()) {
      counts.put(count, scene.tally().of(count));
    }
    Map<Kind, Long> violations = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      violations.put(kind, scene.findings().count(kind));
    }
    List<String> reasons = reasons(scene, pairs);
    return new Report(
        reasons.isEmpty(),
        reasons,
        scene.plan().urls().stream().map(Object::toString).toList(),
        scene.plan().sockets().stream().map(Object::toString).toList(),
        scene.plan().protocol(),
        clients,
        scene.plan().rooms(),
        writing.toMillis() / (double) Duration.ofSeconds(1).toMillis(),
        pairs.expected(),
        pairs.delivered(),
        percent(pairs),
        violations,
        scene.findings().first(),
        counts,
        new Times(
            scene.latencies().acks(),
            scene.latencies().disturbedAcks(),
            scene.latencies().deliveries(),
            scene.latencies().disturbedDeliveries(),
            scene.latencies().longestPause()));
  }

  private static List<String> reasons(Scene scene, Pairs pairs) {
    List<String> reasons = new ArrayList<>();
    long total = scene.findings().total();
    if (total > 0) {
      reasons.add(total == 1 ? "A promise was broken." : total + " promises were broken.");
    }
    if (scene.tally().of(Count.ACKED) == 0) {
      reasons.add("Nothing was acknowledged, so nothing was proved.");
    } else if (pairs.delivered() == 0) {
      reasons.add("Nothing was delivered, so nothing was proved.");
    }
    setBack(scene).ifPresent(reasons::add);
    if (scene.plan().mix().total() > scene.plan().mix().send()
        && scene.tally().of(Count.CHANGES_SENT) > 0
        && scene.tally().of(Count.CHANGES_ACKED) == 0) {
      reasons.add("No edit, removal or reaction was acknowledged; --changes off leaves them out.");
    }
    return List.copyOf(reasons);
  }

  private static Optional<String> setBack(Scene scene) {
    Integer most = scene.plan().setBack();
    long gone = scene.tally().of(Count.SET_BACK);
    if (most == null) {
      return Optional.empty();
    }
    if (gone == 0 || scene.tally().of(Count.HISTORIES_CHANGED) < scene.plan().rooms()) {
      return Optional.of(
          "Not every room was set back by something, so nothing was proved of that.");
    }
    return gone > most
        ? Optional.of(gone + " acknowledged messages are gone; allowed: " + most + ".")
        : Optional.empty();
  }

  static BigDecimal percent(Pairs pairs) {
    if (pairs.expected() == 0) {
      return BigDecimal.ZERO.setScale(2);
    }
    return BigDecimal.valueOf(pairs.delivered())
        .multiply(BigDecimal.valueOf(PERCENT))
        .divide(BigDecimal.valueOf(pairs.expected()), 2, RoundingMode.DOWN);
  }

  long count(Count count) {
    return counts.getOrDefault(count, 0L);
  }

  long count(Kind kind) {
    return violations.getOrDefault(kind, 0L);
  }
}
