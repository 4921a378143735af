package org.parley.contract.limit;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets one thing at a time be done for each, in this process. Nobody waits: what comes second is
 * not done. Thread-safe.
 *
 * @param <K> for whom
 */
public final class OneAtATime<K> {

  private final Set<K> busy = ConcurrentHashMap.newKeySet();

  /** What is done. */
  @FunctionalInterface
  public interface Work {
    void run() throws IOException;
  }

  /** Whether something is being done for this one now. */
  public boolean isBusy(K key) {
    return busy.contains(key);
  }

  /** Does it, unless something is being done for this one; whether it did. */
  public boolean run(K key, Work work) throws IOException {
    if (!busy.add(key)) {
      return false;
    }
    try {
      work.run();
      return true;
    } finally {
      busy.remove(key);
    }
  }
}
