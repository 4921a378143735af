package org.parley.system.bench.scene;

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

  /** The best step; the last one tried when none was sustained. */
  Step find(double beginPerSecond) throws InterruptedException {
    double good = 0;
    double bad = 0;
    Step best = tried(beginPerSecond);
    Step last = best;
    for (int i = 0; i < MAX_STEPS && crowd.isWhole(); i++) {
      if (last.isSustained()) {
        best = last;
        good = last.perSecond();
      } else {
        bad = last.perSecond();
      }
      if (bad > 0 && (good == 0 || bad / good < 1 + (FACTOR - 1) / (1 << HALVINGS))) {
        break;
      }
      last = tried(bad == 0 ? good * FACTOR : (good + bad) / 2);
    }
    return best;
  }

  private Step tried(double perSecond) throws InterruptedException {
    return crowd.send(perSecond, STEP_SECONDS, new Measured(contender, crowd.instances()));
  }
}
