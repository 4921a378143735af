package org.parley.chat.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What two instances make of each other's beats, by a clock that only the test moves. */
class RoundsTest {

  private long now = 1;
  private final Ends ends = new Ends();
  private final Rounds here = new Rounds(ends, () -> now);
  private final Rounds there = new Rounds(new Ends(), () -> now);

  /** How the rounds of one instance ended. */
  private static final class Ends implements Rounds.Watch {
    private final List<Duration> answered = new ArrayList<>();
    private int lost;

    @Override
    public void answered(Duration round) {
      answered.add(round);
    }

    @Override
    public void lost() {
      lost++;
    }
  }

  @Test
  void measuresBothWaysWithoutTheTimeItWasHeld() {
    meet();
    Beat mine = here.next();
    pass(Duration.ofMillis(30));
    there.heard(mine);
    pass(Duration.ofSeconds(4));
    Beat answer = there.next();
    pass(Duration.ofMillis(12));
    here.heard(answer);
    assertThat(ends.answered).containsExactly(Duration.ofMillis(42));
    assertThat(ends.lost).isZero();
  }

  @Test
  void answersEachBeatThatCameSinceTheLast() {
    meet();
    Beat first = here.next();
    pass(Duration.ofSeconds(5));
    Beat second = here.next();
    there.heard(first);
    there.heard(second);
    here.heard(there.next());
    assertThat(ends.answered).containsExactly(Duration.ofSeconds(5), Duration.ZERO);
    here.heard(there.next());
    assertThat(ends.answered).hasSize(2);
  }

  @Test
  void countsABeatThatAnInstanceWhichBeatsDoesNotAnswer() {
    meet();
    Beat unheard = here.next();
    for (int i = 0; i < 4; i++) {
      pass(Duration.ofSeconds(5));
      here.heard(there.next()); // it is there, and does not answer
      there.heard(here.next());
    }
    assertThat(ends.lost).isEqualTo(1);
    there.heard(unheard);
    here.heard(there.next());
    assertThat(ends.answered).as("too late to be measured").hasSize(4);
  }

  @Test
  void expectsNothingOfAnInstanceThatIsGone() {
    meet();
    for (int i = 0; i < 10; i++) {
      here.heard(here.next());
      pass(Duration.ofSeconds(5));
    }
    assertThat(ends.lost).isZero();
  }

  @Test
  void countsWhatIsRefusedForAsLongAsItLasts() {
    meet();
    for (int i = 0; i < 10; i++) {
      here.failed(here.next());
      pass(Duration.ofSeconds(5));
    }
    assertThat(ends.lost).isEqualTo(10);
  }

  @Test
  void countsABeatThatCouldNotBeSentWhereSomebodyWaitsForIt() {
    here.failed(here.next());
    assertThat(ends.lost).as("nobody is there").isZero();
    meet();
    Beat refused = here.next();
    here.failed(refused);
    here.failed(refused);
    assertThat(ends.lost).isEqualTo(1);
  }

  @Test
  void countsAnAnswerThatComesTooLateAsNone() {
    meet();
    there.heard(here.next());
    pass(Duration.ofSeconds(11));
    here.heard(there.next());
    assertThat(ends.answered).as("held for so long").containsExactly(Duration.ZERO);
    Beat slow = here.next();
    pass(Duration.ofSeconds(11));
    there.heard(slow);
    here.heard(there.next());
    assertThat(ends.answered).hasSize(1);
    assertThat(ends.lost).isEqualTo(1);
  }

  @Test
  void doesNotAnswerItself() {
    here.heard(here.next());
    assertThat(here.next().echoes()).isEmpty();
  }

  private void meet() {
    here.heard(there.next());
    there.heard(here.next());
    here.heard(there.next());
    ends.answered.clear();
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
