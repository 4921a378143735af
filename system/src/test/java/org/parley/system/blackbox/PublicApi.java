package org.parley.system.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;

/** The requests of docs/protocol.md that these tests make, read and written as a client would. */
@Path("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface PublicApi {

  @POST
  @Path("/users/register")
  JsonNode register(Map<String, ?> person);

  @POST
  @Path("/users/login")
  JsonNode login(Map<String, ?> credentials);

  @GET
  @Path("/users/me")
  JsonNode me();

  @POST
  @Path("/rooms")
  JsonNode createRoom(Map<String, ?> room);

  @GET
  @Path("/rooms/{room}")
  JsonNode room(@PathParam("room") long room);

  @POST
  @Path("/rooms/{room}/join")
  JsonNode join(@PathParam("room") long room);

  @POST
  @Path("/rooms/{room}/leave")
  JsonNode leave(@PathParam("room") long room);

  @POST
  @Path("/messages")
  JsonNode post(Map<String, ?> message);

  @GET
  @Path("/rooms/{room}/messages")
  JsonNode history(@PathParam("room") long room);
}
