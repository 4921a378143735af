package org.parley.system.bench.load;

/**
 * What a socket is to be.
 *
 * @param port the instance it connects to
 * @param token shows who is on it; empty where nobody asks
 * @param roomId the room it joins
 * @param looksCloser whether latency and order of its deliveries are looked at, and not only their
 *     number
 */
public record Ticket(int port, String token, long roomId, boolean looksCloser) {

  /** Without the token. */
  @Override
  public String toString() {
    return "Ticket[port=" + port + ", roomId=" + roomId + "]";
  }
}
