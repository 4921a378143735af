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

  private static final String NETWORK = "/64";

  /** 48 bits, 16 in a group. */
  private static final int SITE_GROUPS = 3;

  /** Where nothing tells where a request comes from: they share what one address may. */
  static final ClientAddress UNKNOWN = new ClientAddress("unknown");

  static ClientAddress of(InetAddress address) {
    if (address instanceof Inet4Address) {
      return new ClientAddress(address.getHostAddress());
    }
    byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), 16);
    try {
      return new ClientAddress(InetAddress.getByAddress(network).getHostAddress() + NETWORK);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("sixteen bytes are an address", e);
    }
  }

  /**
   * What the texts of all networks begin with that are in the /48 of this one: as much as a
   * provider gives a site (RFC 6177), so that who has one has 65,536 of these. Empty for IPv4.
   */
  public Optional<String> sitePrefix() {
    if (!text.endsWith(NETWORK)) {
      return Optional.empty();
    }
    String[] groups = text.split(":", SITE_GROUPS + 1);
    return Optional.of(String.join(":", Arrays.copyOf(groups, SITE_GROUPS)) + ":");
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
