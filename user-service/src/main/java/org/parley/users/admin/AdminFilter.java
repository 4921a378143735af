package org.parley.users.admin;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.users.status.AccountStatuses;
import org.parley.users.token.Caller;

/**
 * Asks the database whether the caller is still an admin; that their session goes on was asked
 * before. A token says what was so when it was issued, up to {@code PARLEY_ACCESS_TOKEN_TTL} ago;
 * that is good enough for chatting and not for this.
 */
@Provider
@AdminOnly
@Priority(Priorities.AUTHORIZATION + 2)
public class AdminFilter implements ContainerRequestFilter {

  @Inject private AccountStatuses statuses;
  @Inject private Caller caller;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!statuses.isAdmin(caller.userId())) {
      throw new ProblemException(ProblemType.FORBIDDEN);
    }
  }
}
