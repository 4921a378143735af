package org.parley.chat.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.limit.LimitCounts;
import org.parley.contract.limit.LimitReader;
import org.parley.contract.limit.OneAtATime;

class ExportLimitsTest {

  private static final Person ADA = new Person(1, "ada");
  private static final Person BEN = new Person(2, "ben");

  private final ExportLimits limits = limits(Map.of("PARLEY_LIMIT_EXPORT", "3/h"));

  @Test
  void oneIsWrittenAtATimeForAPerson() {
    OneAtATime.Place place = limits.require(ADA);
    assertRefused(() -> limits.require(ADA));
    limits.require(BEN).close();

    place.close();
    limits.require(ADA).close();
  }

  @Test
  void whatIsRefusedBesideAnotherIsNotCounted() {
    OneAtATime.Place place = limits.require(ADA);
    for (int i = 0; i < 5; i++) {
      assertRefused(() -> limits.require(ADA));
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
    assertRefused(() -> limits.require(ADA));
    assertRefused(() -> limits.require(ADA));
    limits.require(BEN).close();
  }

  @Test
  void holdNothingWhenTheyAreOff() {
    ExportLimits off = limits(Map.of("PARLEY_RATE_LIMITS", "off"));
    for (int i = 0; i < 5; i++) {
      off.require(ADA);
    }
  }

  private static void assertRefused(Runnable step) {
    assertThatThrownBy(step::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.type()).isEqualTo(ProblemType.RATE_LIMITED);
              assertThat(refusal.retryAfter()).isPresent();
            });
  }

  private static ExportLimits limits(Map<String, String> values) {
    LimitSettings settings =
        LimitSettings.from(
            new LimitReader(
                name -> Optional.ofNullable(values.get(name)), IllegalArgumentException::new));
    LimitCounts<Limit> counts =
        new LimitCounts<>(SocketLimitsTest.registry(), Limit.class, settings.on());
    PersonLimits people =
        new PersonLimits(
            settings,
            counts,
            (key, tokens, rate) -> CompletableFuture.completedFuture(rate.burst()));
    return new ExportLimits(settings, people, counts);
  }
}
