package org.parley.chat.privacy;

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
import org.parley.chat.identity.Caller;
import org.parley.chat.identity.Person;
import org.parley.chat.limit.ExportLimits;
import org.parley.contract.limit.OneAtATime;

/** A copy of what oneself left in rooms. Callers: the person themselves, one at a time. */
@Path("/messages")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class ExportResource {

  @Inject private Export export;
  @Inject private ExportLimits limits;
  @Inject private Caller caller;
  @Context private Request request;

  /** As a download. One that breaks off is no JSON, so that nobody takes it for all there is. */
  @GET
  @Path("/export")
  public Response export() {
    Person me = caller.person();
    if (request.getMethod().equals(HttpMethod.HEAD)) {
      return download().build();
    }
    OneAtATime.Place place = limits.require(me);
    StreamingOutput written =
        out -> {
          try (place) {
            export.write(me.id(), out);
          }
        };
    return download().entity(written).build();
  }

  private Response.ResponseBuilder download() {
    return Response.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"parley-messages.json\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
