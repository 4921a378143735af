package org.parley.contract.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BucketsTest {

  private final AtomicLong nanos = new AtomicLong();
  private final Buckets<String> buckets = new Buckets<>(Rate.parse("20/s burst 40"), nanos::get);

  @Test
  void letsABurstThroughAndThenTheRate() {
    for (int i = 0; i < 40; i++) {
      assertThat(buckets.take("alice")).as("token %s", i).isZero();
    }
    assertThat(Duration.ofNanos(buckets.take("alice"))).isEqualTo(Duration.ofMillis(50));
    pass(Duration.ofMillis(49));
    assertThat(Duration.ofNanos(buckets.take("alice"))).isEqualTo(Duration.ofMillis(1));
    pass(Duration.ofMillis(1));
    assertThat(buckets.take("alice")).isZero();
    assertThat(buckets.take("alice")).isPositive();
  }

  @Test
  void keepsEverybodyApart() {
    exhaust("alice");

    assertThat(buckets.take("alice")).isPositive();
    assertThat(buckets.take("bob")).isZero();
  }

  @Test
  void staysBoundedUnderAFloodOfAddresses() {
    var cache = Buckets.<Integer, String>cache(Rate.parse("60/min"), nanos::get);
    for (int i = 0; i < 150_000; i++) {
      cache.put(i, "");
    }
    cache.cleanUp();

    assertThat(cache.estimatedSize()).isLessThanOrEqualTo(100_000);
  }

  @Test
  void forgetsWhoHasRestedLongEnough() {
    var cache = Buckets.<String, String>cache(Rate.parse("30/h"), nanos::get);
    cache.put("alice", "");
    pass(Duration.ofMinutes(59));
    assertThat(cache.getIfPresent("alice")).isNotNull();
    pass(Duration.ofMinutes(61));
    assertThat(cache.getIfPresent("alice")).isNull();
  }

  private void exhaust(String who) {
    for (int i = 0; i < 40; i++) {
      assertThat(buckets.take(who)).isZero();
    }
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
