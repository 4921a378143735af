package org.parley.users.privacy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.parley.contract.limit.OneAtATime;
import org.parley.contract.privacy.CopyLimits;
import org.parley.contract.privacy.PersonalDownload;
import org.parley.users.account.Accounts;
import org.parley.users.account.UserView;
import org.parley.users.audit.Audit;
import org.parley.users.audit.AuditEvent;
import org.parley.users.audit.AuditKind;
import org.parley.users.token.Caller;

/** A copy of what is kept about oneself. Callers: the person themselves, one at a time. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("user")
@RequestScoped
public class ExportResource {

  private static final PersonalDownload DOWNLOAD = new PersonalDownload("parley-account.json");

  @Inject private Accounts accounts;
  @Inject private Audit audit;
  @Inject private Export export;
  @Inject private CopyLimits limits;
  @Inject private Caller caller;

  @Context private Request request;

  /** As a download. One that breaks off is no JSON, so that nobody takes it for all there is. */
  @GET
  @Path("/me/export")
  public Response export() {
    UserView self = accounts.requireSelf(caller.userId());
    return DOWNLOAD.answer(request, () -> begin(self), out -> export.write(self, out));
  }

  private OneAtATime.Place begin(UserView self) {
    OneAtATime.Place place = limits.require(self.id());
    try {
      audit.record(AuditEvent.own(AuditKind.ACCOUNT_EXPORTED, self.id(), caller.sessionId()));
      return place;
    } catch (RuntimeException e) {
      place.close();
      throw e;
    }
  }
}
