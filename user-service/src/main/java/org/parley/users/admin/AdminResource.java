package org.parley.users.admin;

import static org.parley.contract.rest.RequestBodyFilter.requireObject;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Paging;
import org.parley.contract.ProblemException;
import org.parley.contract.Text;
import org.parley.contract.rest.QueryNumber;
import org.parley.contract.rest.RestConventions.Done;
import org.parley.users.status.AccountStatuses;
import org.parley.users.status.Person;
import org.parley.users.token.Caller;

/** People, for admins. */
@Path("/api/v1/admin/users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@AdminOnly
@RequestScoped
public class AdminResource {

  @Inject private AccountStatuses statuses;
  @Inject private Admins admins;
  @Inject private Caller caller;

  record People(List<Person> users, boolean hasMore) {}

  record RoleRequest(@Nullable String role) {}

  /** By part of the user name, the newest first. */
  @GET
  public People search(
      @QueryParam("query") @Nullable String query,
      @QueryParam("before") @Nullable String before,
      @QueryParam("limit") @Nullable String limit) {
    String text = query == null ? "" : query;
    if (!Text.isStorable(text)) {
      throw ProblemException.invalid("query", "The query has characters no user name can have.");
    }
    int most = QueryNumber.limit(limit, Paging.DEFAULT_LIMIT);
    long end = QueryNumber.optional("before", before).orElse(Long.MAX_VALUE);
    List<Person> found = statuses.search(text, end, most + 1);
    return new People(found.stream().limit(most).toList(), found.size() > most);
  }

  @POST
  @Path("/{id}/deactivate")
  @Consumes(MediaType.WILDCARD)
  public Done deactivate(@PathParam("id") long id) {
    admins.deactivate(me(), id);
    return Done.DONE;
  }

  @POST
  @Path("/{id}/activate")
  @Consumes(MediaType.WILDCARD)
  public Done activate(@PathParam("id") long id) {
    admins.activate(me(), id);
    return Done.DONE;
  }

  /** Ends all their sessions. */
  @POST
  @Path("/{id}/logout")
  @Consumes(MediaType.WILDCARD)
  public Done logOut(@PathParam("id") long id) {
    admins.logOut(me(), id);
    return Done.DONE;
  }

  @PUT
  @Path("/{id}/role")
  public Done changeRole(@PathParam("id") long id, RoleRequest body) {
    requireObject(body);
    String role = body.role();
    admins.changeRole(me(), id, role == null ? "" : role);
    return Done.DONE;
  }

  private long me() {
    return caller.userId();
  }
}
