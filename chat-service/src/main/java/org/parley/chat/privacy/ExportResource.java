package org.parley.chat.privacy;

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
import org.parley.chat.identity.Caller;
import org.parley.chat.identity.Person;
import org.parley.chat.limit.ExportLimits;

/** A copy of what oneself left in rooms. Callers: the person themselves, one at a time. */
@Path("/messages")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class ExportResource {

  @Inject private Export export;
  @Inject private ExportLimits limits;
  @Inject private Caller caller;

  /** As a download. One that breaks off is no JSON, so that nobody takes it for all there is. */
  @GET
  @Path("/export")
  public Response export() {
    Person me = caller.person();
    limits.require(me);
    StreamingOutput written = out -> limits.write(me, () -> export.write(me.id(), out));
    return Response.ok(written)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"parley-messages.json\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
