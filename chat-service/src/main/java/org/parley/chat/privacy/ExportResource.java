package org.parley.chat.privacy;

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
import org.parley.chat.identity.Caller;
import org.parley.contract.privacy.CopyLimits;
import org.parley.contract.privacy.PersonalDownload;

/** A copy of what oneself left in rooms. Callers: the person themselves, one at a time. */
@Path("/messages")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class ExportResource {

  private static final PersonalDownload DOWNLOAD = new PersonalDownload("parley-messages.json");

  @Inject private Export export;
  @Inject private CopyLimits limits;
  @Inject private Caller caller;
  @Context private Request request;

  /** As a download. One that breaks off is no JSON, so that nobody takes it for all there is. */
  @GET
  @Path("/export")
  public Response export() {
    long me = caller.person().id();
    return DOWNLOAD.answer(request, () -> limits.require(me), out -> export.write(me, out));
  }
}
