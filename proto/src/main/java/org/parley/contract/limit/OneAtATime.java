package org.parley.contract.limit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets one thing at a time be done for each, in this process. Nobody waits: what comes second is
 * not done. Thread-safe.
 *
 * @param <K> for whom
 */
public final class OneAtATime<K> {

  private final Map<K, Object> busy = new ConcurrentHashMap<>();

  /** Kept for one until it is closed; that may be done again. */
  @FunctionalInterface
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /** A place for this one; empty while something is being done for it. */
  public Optional<Place> reserve(K key) {
    Object mine = new Object();
    return busy.putIfAbsent(key, mine) == null
        ? Optional.of(() -> busy.remove(key, mine))
        : Optional.empty();
  }
}
