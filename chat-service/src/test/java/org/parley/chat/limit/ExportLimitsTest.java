package org.parley.chat.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.limit.LimitCounts;
import org.parley.contract.limit.LimitReader;

class ExportLimitsTest {

  private static final Person ADA = new Person(1, "ada");
  private static final Person BEN = new Person(2, "ben");

  private final ExportLimits limits = limits(Map.of("PARLEY_LIMIT_EXPORT", "3/h"));
  private int written;

  @Test
  void oneIsWrittenAtATimeForAPerson() throws IOException {
    limits.require(ADA);
    limits.write(
        ADA,
        () -> {
          assertRefused(() -> limits.require(ADA));
          assertRefused(() -> limits.write(ADA, () -> written++));
          limits.require(BEN);
          limits.write(BEN, () -> written++);
        });
    assertThat(written).isEqualTo(1);

    limits.require(ADA);
    limits.write(ADA, () -> written++);
    assertThat(written).isEqualTo(2);
  }

  @Test
  void oneThatBreaksOffIsNotUnderWayAnyMore() throws IOException {
    assertThatThrownBy(
            () ->
                limits.write(
                    ADA,
                    () -> {
                      throw new IOException("the reader is gone");
                    }))
        .isInstanceOf(IOException.class);
    limits.write(ADA, () -> written++);
    assertThat(written).isEqualTo(1);
  }

  @Test
  void fewAreTakenInAnHour() {
    for (int i = 0; i < 3; i++) {
      limits.require(ADA);
    }
    assertRefused(() -> limits.require(ADA));
    limits.require(BEN);
  }

  @Test
  void holdNothingWhenTheyAreOff() throws IOException {
    ExportLimits off = limits(Map.of("PARLEY_RATE_LIMITS", "off"));
    off.write(
        ADA,
        () -> {
          off.require(ADA);
          off.write(ADA, () -> written++);
        });
    assertThat(written).isEqualTo(1);
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void assertRefused(Step step) {
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
