package org.parley.contract.limit;

import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each address, and a larger one for each IPv6 site: whoever has a site has
 * more addresses than can be counted one by one. Bounded and thread-safe as {@link Buckets} are.
 */
public final class AddressBuckets {

  /**
   * How many of its addresses a site is worth. A provider may have several households in a /48, and
   * not all of them are at their limit at once; who has the whole of it would be worth 65,536.
   */
  private static final int ADDRESSES_OF_A_SITE = 16;

  private final Buckets<ClientAddress> addresses;
  private final Buckets<String> sites;

  public AddressBuckets(Rate rate) {
    this(rate, System::nanoTime);
  }

  AddressBuckets(Rate rate, LongSupplier nanos) {
    addresses = new Buckets<>(rate, nanos);
    sites = new Buckets<>(rate.multiplied(ADDRESSES_OF_A_SITE), nanos);
  }

  /**
   * Takes a token of the address and one of its site. Returns how long until there are both, in
   * nanoseconds; 0 when they were taken. Where one is missing, the other stays.
   */
  public long take(ClientAddress address) {
    long wait = addresses.take(address);
    if (wait == 0) {
      wait = address.sitePrefix().map(sites::take).orElse(0L);
      if (wait > 0) {
        addresses.giveBack(address);
      }
    }
    return wait;
  }
}
