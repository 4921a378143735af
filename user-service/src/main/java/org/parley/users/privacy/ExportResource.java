package org.parley.users.privacy;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
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

  private OneAtATime.@Nullable Place place;

  /** As a download. What is refused is refused before the first byte. */
  @GET
  @Path("/me/export")
  public Response export() {
    UserView self = accounts.requireSelf(caller.userId());
    place = limits.require(self.id());
    audit.record(AuditEvent.own(AuditKind.ACCOUNT_EXPORTED, self.id(), caller.sessionId()));
    StreamingOutput written = out -> export.write(self, out);
    return Response.ok(written)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"parley-account.json\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /**
   * With the request, which ends after the last byte; also where nothing is written, because
   * something broke before or HEAD was asked for.
   */
  @PreDestroy
  void end() {
    if (place != null) {
      place.close();
    }
  }
}
