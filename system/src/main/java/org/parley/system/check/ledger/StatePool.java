package org.parley.system.check.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps each state of a message once, however many clients are shown it: a check of many clients
 * fits into memory. Thread-safe.
 */
public final class StatePool {

  private final Map<MessageState, MessageState> states = new ConcurrentHashMap<>();

  /** An equal state, the same object for everybody. */
  public MessageState shared(MessageState state) {
    MessageState there = states.putIfAbsent(state, state);
    return there == null ? state : there;
  }
}
