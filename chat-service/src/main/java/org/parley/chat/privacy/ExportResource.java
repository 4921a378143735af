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

/** A copy of what oneself left in rooms. Callers: the person themselves. */
@Path("/messages")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class ExportResource {

  @Inject private Export export;
  @Inject private Caller caller;

  /** As a download. One that breaks off is no JSON, so that nobody takes it for all there is. */
  @GET
  @Path("/export")
  public Response export() {
    long me = caller.person().id();
    StreamingOutput written = out -> export.write(me, out);
    return Response.ok(written)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"parley-messages.json\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
