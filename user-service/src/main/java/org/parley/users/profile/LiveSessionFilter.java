package org.parley.users.profile;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.parley.contract.rest.BearerFilter;
import org.parley.contract.rest.BearerPrincipal;
import org.parley.users.session.Sessions;

/**
 * Refuses access tokens of sessions that have ended, though they are good for some minutes more,
 * before anybody asks what their holders may. Every path is guarded unless everybody may use it:
 * whoever adds one need not think of it.
 *
 * <p>One look-up by primary key a request: people ask here for themselves and for others once a
 * page, not once a message. While the database is away the answer is 503, as it would be without
 * the question: there is no path with a token that needs no database.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 1)
@ApplicationScoped
public class LiveSessionFilter implements ContainerRequestFilter {

  @Inject private Sessions sessions;

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!BearerFilter.isOpen(resource.getResourceMethod())
        && request.getSecurityContext().getUserPrincipal() instanceof BearerPrincipal caller) {
      sessions.requireLive(caller.token().userId(), caller.token().sessionId());
    }
  }
}
