package org.parley.contract.log;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What this thread is working for at the moment: log lines are written with it. Cheap enough for
 * every frame.
 *
 * @param requestId of the REST request or the call over gRPC; empty for none
 * @param sessionId of whoever asked; 0 while that is not known
 * @param connectionId of the socket; empty for none
 */
public record LogContext(String requestId, long sessionId, String connectionId) {

  static final LogContext NONE = new LogContext("", 0, "");

  private static final ThreadLocal<LogContext> CURRENT = ThreadLocal.withInitial(() -> NONE);

  public static LogContext ofRequest(String requestId, long sessionId) {
    return new LogContext(requestId, sessionId, "");
  }

  public static LogContext ofConnection(String connectionId, long sessionId) {
    return new LogContext("", sessionId, connectionId);
  }

  /** What this thread works for at the moment. */
  public static LogContext current() {
    return CURRENT.get();
  }

  /** Does it for this. */
  public <T extends @Nullable Object> T call(Supplier<T> work) {
    LogContext before = CURRENT.get();
    CURRENT.set(this);
    try {
      return work.get();
    } finally {
      CURRENT.set(before);
    }
  }

  /** The same where nothing encloses the work: until {@link #leave}, or the next one. */
  public void begin() {
    CURRENT.set(this);
  }

  /** This thread works for nobody any more. */
  public static void leave() {
    CURRENT.remove();
  }
}
