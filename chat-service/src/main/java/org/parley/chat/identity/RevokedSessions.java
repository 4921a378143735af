package org.parley.chat.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * The sessions that are known to have ended while access tokens of them may still be good. A
 * session is in here before {@link SessionsRevoked} tells of it, so whoever opens something for a
 * session and then asks here misses nothing. Thread-safe.
 */
@ApplicationScoped
public class RevokedSessions {

  /**
   * Sixteen megabytes; more than end within the life of an access token. Beyond it the oldest goes:
   * a cache that weighs how often something is asked for might rather refuse the newest.
   */
  static final int MAX_SESSIONS = 200_000;

  private final SequencedSet<Long> ids = new LinkedHashSet<>();
  private final Set<Long> untold = ConcurrentHashMap.newKeySet();
  private Consumer<SessionsRevoked> announce;

  RevokedSessions() {} // for the container's proxy

  @Inject
  RevokedSessions(Event<SessionsRevoked> event) {
    this(event::fire);
  }

  /** Tells of sessions in another way than by CDI. */
  public RevokedSessions(Consumer<SessionsRevoked> announce) {
    this.announce = announce;
  }

  /** Remembers these, and tells of those that are new. */
  public void add(Collection<Long> sessionIds) {
    Set<Long> fresh = new LinkedHashSet<>();
    for (Long id : sessionIds) {
      if (remember(id) || untold.remove(id)) {
        fresh.add(id);
      }
    }
    if (!fresh.isEmpty()) {
      try {
        announce.accept(new SessionsRevoked(fresh));
      } catch (RuntimeException e) {
        untold.addAll(fresh); // until they are added again
        throw e;
      }
    }
  }

  public synchronized boolean isRevoked(long sessionId) {
    return ids.contains(sessionId);
  }

  /** Throws {@code unauthorized} when the session has ended. */
  public void requireLive(long sessionId) {
    if (isRevoked(sessionId)) {
      throw ended();
    }
  }

  /** What whoever is still in the session is told. */
  public static ProblemException ended() {
    return new ProblemException(ProblemType.UNAUTHORIZED, "The session has ended; sign in again.");
  }

  private synchronized boolean remember(Long id) {
    boolean fresh = ids.add(id);
    if (ids.size() > MAX_SESSIONS) {
      ids.removeFirst();
    }
    return fresh;
  }
}
