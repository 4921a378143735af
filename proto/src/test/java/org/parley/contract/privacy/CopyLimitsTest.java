package org.parley.contract.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.limit.Buckets;
import org.parley.contract.limit.OneAtATime;
import org.parley.contract.limit.Rate;

class CopyLimitsTest {

  private static final long ADA = 1;
  private static final long BEN = 2;
  private static final Duration WRITING = Duration.ofSeconds(30);
  private static final String BUSY = "A copy of your messages is being written already.";
  private static final String TOO_OFTEN = "You take copies of your messages too often.";

  private int refused;
  private LongUnaryOperator buckets = new Buckets<Long>(Rate.parse("3/h"), () -> 0)::take;
  private final CopyLimits limits = limits(true);

  @Test
  void oneIsWrittenAtATimeForAPerson() {
    OneAtATime.Place place = limits.require(ADA);
    assertRefused(ADA, BUSY, WRITING);
    limits.require(BEN).close();
    place.close();
    limits.require(ADA).close();
    assertThat(refused).as("counted").isEqualTo(1);
  }

  @Test
  void whatIsRefusedBesideAnotherTakesNoToken() {
    OneAtATime.Place place = limits.require(ADA);
    for (int i = 0; i < 5; i++) {
      assertRefused(ADA, BUSY, WRITING);
    }
    place.close();
    limits.require(ADA).close();
    limits.require(ADA).close();
  }

  @Test
  void fewAreTakenInAnHourAndARefusalHoldsNoPlace() {
    for (int i = 0; i < 3; i++) {
      limits.require(ADA).close();
    }
    assertRefused(ADA, TOO_OFTEN, Duration.ofMinutes(20));
    assertRefused(ADA, TOO_OFTEN, Duration.ofMinutes(20));
    limits.require(BEN).close();
    assertThat(refused).as("counted").isEqualTo(2);
  }

  @Test
  void whoCouldNotBeCountedHoldsNoPlace() {
    buckets =
        person -> {
          throw new IllegalStateException("nobody counts");
        };
    assertThatThrownBy(() -> limits.require(ADA)).hasMessage("nobody counts");
    buckets = person -> 0;
    limits.require(ADA).close();
  }

  @Test
  void holdNothingWhenTheyAreOff() {
    CopyLimits off = limits(false);
    for (int i = 0; i < 5; i++) {
      off.require(ADA);
    }
    assertThat(refused).isZero();
  }

  private void assertRefused(long userId, String sentence, Duration wait) {
    assertThatThrownBy(() -> limits.require(userId))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.type()).isEqualTo(ProblemType.RATE_LIMITED);
              assertThat(refusal.getMessage()).isEqualTo(sentence);
              assertThat(refusal.retryAfter()).hasValue(wait);
            });
  }

  private CopyLimits limits(boolean on) {
    return new CopyLimits(
        on,
        new CopyLimits.Kind("your messages", WRITING),
        person -> buckets.applyAsLong(person),
        () -> refused++);
  }
}
