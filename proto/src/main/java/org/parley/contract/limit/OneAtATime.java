package org.parley.contract.limit;

import java.io.IOException;
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

  /** What is done. */
  @FunctionalInterface
  public interface Work {
    void run() throws IOException;
  }

  /** Kept for one until it is closed; that may be done again. */
  @FunctionalInterface
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /** Whether something is being done for this one now. */
  public boolean isBusy(K key) {
    return busy.containsKey(key);
  }

  /** For what is done in several steps; empty while something is being done for this one. */
  public Optional<Place> reserve(K key) {
    Object mine = new Object();
    return busy.putIfAbsent(key, mine) == null
        ? Optional.of(() -> busy.remove(key, mine))
        : Optional.empty();
  }

  /** Does it, unless something is being done for this one; whether it did. */
  public boolean run(K key, Work work) throws IOException {
    Optional<Place> reserved = reserve(key);
    if (reserved.isEmpty()) {
      return false;
    }
    try {
      work.run();
      return true;
    } finally {
      reserved.get().close();
    }
  }
}
