package org.parley.system.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.system.support.Patience.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.system.support.Checker;

/** That nobody misses anything of what is done to a stack. */
final class Proof {

  private Proof() {}

  /**
   * Does something while the checker writes and reads through nginx, and expects that it finds
   * nothing and wrote to the end.
   *
   * @param words its options
   */
  static void that(Stack stack, String words, Runnable something) {
    List<String> all = new ArrayList<>(List.of("--url", stack.origin()));
    all.addAll(List.of(words.split(" ")));
    double before = stack.metric("messages_sent_total");
    Checker checker =
        Checker.begin(all, Path.of("target", "containers", "check.json").toAbsolutePath());
    await("writers write", () -> stack.metric("messages_sent_total") > before || checker.isOver());
    boolean throughout;
    Checker.Outcome outcome;
    try {
      something.run();
    } finally {
      throughout = stillWrites(stack, checker);
      outcome = checker.end();
      stack.command().note(outcome.text());
    }
    assertThat(outcome.exitCode()).as(outcome.text()).isZero();
    assertThat(throughout).as("writers wrote until it was done; else give them longer").isTrue();
  }

  private static boolean stillWrites(Stack stack, Checker checker) {
    double then = stack.metric("messages_sent_total");
    await("writers write", () -> stack.metric("messages_sent_total") > then || checker.isOver());
    return !checker.isOver();
  }
}
