package org.parley.contract.limit;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may say for whom a request is made. {@code X-Forwarded-For} is read from its end: whoever
 * connects to us is believed if it is one of these, and so is each before it that one of these
 * named. The first that is none of them is the client, whatever stands further left: clients write
 * that themselves.
 */
public record TrustedProxies(List<Network> networks) {

  /** Those on this machine. */
  public static final String LOOPBACK = "127.0.0.0/8, ::1";

  public TrustedProxies {
    networks = List.copyOf(networks);
  }

  /** Addresses that begin with the same bits. */
  record Network(InetAddress first, int bits) {

    static Network parse(String text) {
      String[] parts = text.split("/", 2);
      InetAddress first = ClientAddress.literal(parts[0]).orElseThrow(() -> unreadable(text));
      int length = first.getAddress().length * Byte.SIZE;
      int bits = length;
      if (parts.length > 1) {
        bits = parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
      }
      if (bits < 0 || bits > length) {
        throw unreadable(text);
      }
      return new Network(first, bits);
    }

    private static IllegalArgumentException unreadable(String text) {
      return new IllegalArgumentException(
          "\""
              + text
              + "\" in it is no address; write addresses or networks such as 10.0.0.7, 172.16.0.0/12"
              + " or fd00::/8, with commas between");
    }

    boolean contains(InetAddress address) {
      byte[] ours = first.getAddress();
      byte[] theirs = address.getAddress();
      return ours.length == theirs.length
          && new BigInteger(1, ours)
              .xor(new BigInteger(1, theirs))
              .shiftRight(ours.length * Byte.SIZE - bits)
              .equals(BigInteger.ZERO);
    }
  }

  /**
   * Reads addresses and networks with commas between.
   *
   * @throws IllegalArgumentException whose message ends the sentence "X is "…"; "
   */
  public static TrustedProxies parse(String text) {
    return new TrustedProxies(
        Arrays.stream(text.split(",", -1)).map(String::strip).map(Network::parse).toList());
  }

  /**
   * Whom a request is counted for.
   *
   * @param peer who is connected to us, as text
   * @param forwardedFor the {@code X-Forwarded-For} header, all of its lines with commas between;
   *     null where there is none
   */
  public ClientAddress client(@Nullable String peer, @Nullable String forwardedFor) {
    Optional<InetAddress> connected = ClientAddress.literal(peer == null ? "" : peer);
    if (connected.isEmpty()) {
      return ClientAddress.UNKNOWN;
    }
    InetAddress client = connected.get();
    List<String> named = forwardedFor == null ? List.of() : List.of(forwardedFor.split(",", -1));
    for (String text : named.reversed()) {
      Optional<InetAddress> before = ClientAddress.literal(text.strip());
      if (!isTrusted(client) || before.isEmpty()) {
        break;
      }
      client = before.get();
    }
    return ClientAddress.of(client);
  }

  private boolean isTrusted(InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }
}
