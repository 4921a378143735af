package org.parley.users.profile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.parley.users.account.Accounts;
import org.parley.users.account.UserView;
import org.parley.users.token.Caller;

/** Who I am, and who others are. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("user")
@RequestScoped
public class AccountsResource {

  @Inject private Accounts accounts;
  @Inject private Caller caller;

  /** The caller, with their email address. */
  @GET
  @Path("/me")
  public UserView me() {
    return accounts.requireSelf(caller.userId());
  }

  /** Anybody, without their email address. */
  @GET
  @Path("/{id}")
  public UserView user(@PathParam("id") long id) {
    return accounts.requireOther(id);
  }
}
