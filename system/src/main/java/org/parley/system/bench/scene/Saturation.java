package org.parley.system.bench.scene;

import java.util.Optional;
import org.parley.system.bench.peer.Contender;

/** Finds the highest rate a contender sustains: up by a third until it fails, then in between. */
final class Saturation {

  /** Long enough for a collection of garbage, short enough for a whole table in an hour. */
  private static final double STEP_SECONDS = 3;

  private static final double FACTOR = 1.33;

  /** Each halves what is not known; three leave 4 %. */
  private static final int HALVINGS = 3;

  private static final int MAX_STEPS = 20;

  private final Crowd crowd;
  private final Contender contender;

  Saturation(Crowd crowd, Contender contender) {
    this.crowd = crowd;
    this.contender = contender;
  }

  /** The best step; empty when none was sustained. */
  Optional<Step> find(double beginPerSecond) throws InterruptedException {
    double good = 0;
    double bad = 0;
    Optional<Step> best = Optional.empty();
    double next = beginPerSecond;
    for (int i = 0; i < MAX_STEPS && !isFound(good, bad); i++) {
      Step step = tried(next);
      if (step.isSustained()) {
        best = Optional.of(step);
        good = next;
      } else {
        bad = next;
        if (!crowd.isWhole()) {
          crowd.connectAgain(); // some servers close the sockets of readers that are too slow
        }
      }
      next = bad == 0 ? good * FACTOR : good == 0 ? bad / FACTOR : (good + bad) / 2;
    }
    return best;
  }

  private static boolean isFound(double good, double bad) {
    return good > 0 && bad > 0 && bad / good < 1 + (FACTOR - 1) / (1 << HALVINGS);
  }

  private Step tried(double perSecond) throws InterruptedException {
    return crowd.send(perSecond, STEP_SECONDS, new Measured(contender, crowd.instances()));
  }
}
