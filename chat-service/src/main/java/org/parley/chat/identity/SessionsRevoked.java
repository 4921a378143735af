package org.parley.chat.identity;

import java.util.Set;

/**
 * An event: these sessions have ended, by logout or otherwise, and whatever they have open here
 * must end. Each session is in one of these events. Observers run one after another on the thread
 * that asks user-service, so they must neither block nor throw.
 */
public record SessionsRevoked(Set<Long> sessionIds) {

  public SessionsRevoked {
    sessionIds = Set.copyOf(sessionIds);
  }
}
