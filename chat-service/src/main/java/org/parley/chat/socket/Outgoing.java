package org.parley.chat.socket;

import org.parley.chat.protocol.CloseCode;

/** What waits to be written to a socket. One instance serves every recipient. */
public sealed interface Outgoing {

  /**
   * An encoded frame.
   *
   * @param text what is written
   */
  record Text(String text) implements Outgoing {
    /** In UTF-16 memory, near enough: what the outbox is bounded by. */
    int bytes() {
      return text.length();
    }
  }

  /** A WebSocket ping, to notice a peer that is gone. */
  record Ping() implements Outgoing {}

  /** The end, after everything before it. */
  record Close(CloseCode code) implements Outgoing {}
}
