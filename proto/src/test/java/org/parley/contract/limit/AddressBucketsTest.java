package org.parley.contract.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddressBucketsTest {

  private static final TrustedProxies PROXIES = TrustedProxies.parse("10.0.0.0/8");

  private final AtomicLong nanos = new AtomicLong();
  private final AddressBuckets buckets = new AddressBuckets(Rate.parse("3/min"), nanos::get);

  @Test
  void countsEachAddressByItself() {
    assertThat(taken("203.0.113.9", 5)).isEqualTo(3);
    assertThat(taken("203.0.113.10", 5)).isEqualTo(3);
    assertThat(taken("2001:db8:1:2::1", 5)).isEqualTo(3);
    assertThat(taken("2001:db8:1:2::ffff", 5)).as("of the same /64").isZero();
    assertThat(taken("2001:db8:1:3::1", 5)).isEqualTo(3);
  }

  @Test
  void givesASiteNoMoreThanSixteenOfItsNetworks() {
    int taken =
        IntStream.range(0, 100)
            .map(network -> taken("2001:db8:1:" + Integer.toHexString(network) + "::1", 3))
            .sum();

    assertThat(taken).isEqualTo(16 * 3);
    assertThat(taken("2001:db8:2:1::1", 5)).as("another site").isEqualTo(3);
    assertThat(taken("203.0.113.9", 5)).isEqualTo(3);
  }

  @Test
  void takesNothingFromANetworkThatItsSiteRefuses() {
    IntStream.range(1, 17).forEach(i -> taken("2001:db8:1:" + Integer.toHexString(i) + "::1", 3));
    assertThat(taken("2001:db8:1:ffff::1", 3)).as("nothing is left of the site").isZero();

    nanos.addAndGet(TimeUnit.SECONDS.toNanos(4)); // three for the site, none for a network
    assertThat(taken("2001:db8:1:ffff::1", 3)).isEqualTo(3);
  }

  @Test
  void knowsTheSiteOfAnAddress() {
    assertThat(address("2001:db8:1:2::1").sitePrefix()).contains("2001:db8:1:");
    assertThat(address("::1:2:3:4").sitePrefix()).contains("0:0:0:");
    assertThat(address("203.0.113.9").sitePrefix()).isEmpty();
    assertThat(ClientAddress.UNKNOWN.sitePrefix()).isEmpty();
  }

  private int taken(String address, int tries) {
    return (int) IntStream.range(0, tries).filter(i -> buckets.take(address(address)) == 0).count();
  }

  private static ClientAddress address(String text) {
    return PROXIES.client(text, null);
  }
}
