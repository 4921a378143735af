package org.parley.system.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** What a service tells those who operate it. */
@Path("/")
public interface Probes {

  @GET
  @Path("health/live")
  @Produces(MediaType.APPLICATION_JSON)
  JsonNode live();

  @GET
  @Path("health/ready")
  @Produces(MediaType.APPLICATION_JSON)
  JsonNode ready();

  /** In the text format of Prometheus. */
  @GET
  @Path("metrics")
  @Produces(MediaType.TEXT_PLAIN)
  String metrics();
}
