package org.parley.users.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.Test;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.limit.LimitCounts;
import org.parley.contract.limit.OneAtATime;
import org.parley.users.platform.Settings;

class ExportLimitsTest {

  private static final long ADA = 1;
  private static final long BEN = 2;

  private int refused;

  @Test
  void oneIsWrittenAtATimeForAPerson() {
    ExportLimits limits = limits(Map.of("PARLEY_LIMIT_EXPORT", "2/h"));
    OneAtATime.Place place = limits.require(ADA);
    assertRefused(() -> limits.require(ADA));
    assertRefused(() -> limits.require(ADA));
    limits.require(BEN).close();
    place.close();
    assertThat(refused).as("counted").isEqualTo(2);
    limits.require(ADA).close(); // What was refused took none of the two.
  }

  @Test
  void fewAreTakenInAnHour() {
    ExportLimits limits = limits(Map.of("PARLEY_LIMIT_EXPORT", "3/h"));
    for (int i = 0; i < 3; i++) {
      limits.require(ADA).close();
    }
    assertRefused(() -> limits.require(ADA));
    assertRefused(() -> limits.require(ADA));
    limits.require(BEN).close();
  }

  @Test
  void holdNothingWhenTheyAreOff() {
    ExportLimits off = limits(Map.of("PARLEY_RATE_LIMITS", "off", "PARLEY_LIMIT_EXPORT", "1/h"));
    off.require(ADA);
    off.require(ADA);
    assertThat(refused).isZero();
  }

  private static void assertRefused(ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.type()).isEqualTo(ProblemType.RATE_LIMITED);
              assertThat(refusal.retryAfter()).isPresent();
            });
  }

  private ExportLimits limits(Map<String, String> values) {
    LimitSettings settings = LimitSettings.from(Settings.of(values));
    return new ExportLimits(settings, new LimitCounts<>(registry(), Limit.class, settings.on()));
  }

  /** All that is counted here is what was refused. */
  private MetricRegistry registry() {
    ClassLoader loader = MetricRegistry.class.getClassLoader();
    Object counter =
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {Counter.class},
            (self, method, arguments) -> {
              refused++;
              return null;
            });
    return (MetricRegistry)
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {MetricRegistry.class},
            (self, method, arguments) -> method.getName().equals("counter") ? counter : null);
  }
}
