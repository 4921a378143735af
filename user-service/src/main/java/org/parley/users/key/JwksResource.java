package org.parley.users.key;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The public keys, for everybody who verifies tokens. */
@Path("/.well-known/jwks.json")
@RequestScoped
public class JwksResource {

  @Inject private SigningKeys keys;

  /** Five minutes, unless the lead of a next key was set: it is published longer before its use. */
  @GET
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  public Response keys() {
    return Response.ok(keys.published().toString(true))
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + keys.cacheable().toSeconds())
        .build();
  }
}
