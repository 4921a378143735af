package org.parley.users.privacy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.parley.contract.limit.OneAtATime;
import org.parley.users.account.Accounts;
import org.parley.users.account.UserView;
import org.parley.users.audit.Audit;
import org.parley.users.audit.AuditEvent;
import org.parley.users.audit.AuditKind;
import org.parley.users.limit.ExportLimits;
import org.parley.users.token.Caller;

/** A copy of what is kept about oneself. Callers: the person themselves, one at a time. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("user")
@RequestScoped
public class ExportResource {

  @Inject private Accounts accounts;
  @Inject private Audit audit;
  @Inject private Export export;
  @Inject private ExportLimits limits;
  @Inject private Caller caller;

  @Context private Request request;

  /** As a download. What is refused is refused before the first byte. */
  @GET
  @Path("/me/export")
  public Response export() {
    UserView self = accounts.requireSelf(caller.userId());
    if (request.getMethod().equals(HttpMethod.HEAD)) {
      return download().build();
    }
    OneAtATime.Place place = limits.require(self.id());
    try {
      audit.record(AuditEvent.own(AuditKind.ACCOUNT_EXPORTED, self.id(), caller.sessionId()));
    } catch (RuntimeException e) {
      place.close();
      throw e;
    }
    StreamingOutput written =
        out -> {
          try (place) {
            export.write(self, out);
          }
        };
    return download().entity(written).build();
  }

  private Response.ResponseBuilder download() {
    return Response.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"parley-account.json\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
