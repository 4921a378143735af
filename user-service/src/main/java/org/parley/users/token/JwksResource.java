package org.parley.users.token;

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

  /** Five minutes: a next key must be published that long before its use. */
  private static final String CACHING = "public, max-age=300";

  @Inject private SigningKey key;

  @GET
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  public Response keys() {
    return Response.ok(key.publicKeys()).header(HttpHeaders.CACHE_CONTROL, CACHING).build();
  }
}
