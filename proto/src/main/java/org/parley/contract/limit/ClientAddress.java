package org.parley.contract.limit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom requests from an address are counted for: an IPv4 address, or the /64 an IPv6 address is in,
 * because whoever has one address of it has all.
 *
 * @param text in one form, however the address was written
 */
public record ClientAddress(String text) {

  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** What a provider gives one customer at least. */
  private static final int NETWORK_BYTES = 8;

  /** Where nothing tells where a request comes from: they share what one address may. */
  static final ClientAddress UNKNOWN = new ClientAddress("unknown");

  static ClientAddress of(InetAddress address) {
    if (address instanceof Inet4Address) {
      return new ClientAddress(address.getHostAddress());
    }
    byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), 16);
    try {
      return new ClientAddress(InetAddress.getByAddress(network).getHostAddress() + "/64");
    } catch (UnknownHostException e) {
      throw new IllegalStateException("sixteen bytes are an address", e);
    }
  }

  /** The address that is written there; asks no name server. */
  static Optional<InetAddress> literal(String text) {
    // Of what only looks like an address no name is looked up either: the JDK refuses it.
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
