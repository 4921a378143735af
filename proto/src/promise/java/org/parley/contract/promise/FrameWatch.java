package org.parley.contract.promise;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.parley.contract.promise.FrameContract.Speaker;

/**
 * What is said on one socket, held against docs/asyncapi.yaml frame by frame. Frames arrive on
 * threads whose failures no test sees, so the first thing wrong is kept until {@link #verify}.
 * Thread-safe.
 */
public final class FrameWatch {

  private final Set<String> messages = new TreeSet<>();
  private final List<AssertionError> wrong = new ArrayList<>();

  /** Somebody said this. */
  public synchronized void said(Speaker speaker, JsonNode frame) {
    try {
      messages.add(FrameContract.shared().check(speaker, frame));
    } catch (AssertionError e) {
      wrong.add(e);
    }
  }

  /** The documented messages that came by, by name. */
  public synchronized Set<String> messages() {
    return Set.copyOf(messages);
  }

  /**
   * Whether all that was said is documented.
   *
   * @throws AssertionError when it is not, with what was wrong first
   */
  public synchronized void verify() {
    if (!wrong.isEmpty()) {
      throw wrong.getFirst();
    }
  }
}
