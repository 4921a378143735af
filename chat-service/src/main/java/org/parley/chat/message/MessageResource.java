package org.parley.chat.message;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.Caller;
import org.parley.chat.log.MessageChange;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * A message that was sent, and what may be done to it: members of the room only, and {@link
 * MessageChange} says which of them. Every request may be repeated; the answer is the message as it
 * stands.
 */
@Path("/rooms/{id}/messages/{seq}")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class MessageResource {

  /** Another text. */
  public record Edit(@Nullable String content) {

    /** Without the content. */
    @Override
    public String toString() {
      return "Edit[content=…]";
    }
  }

  @Inject private Messages messages;
  @Inject private MessageChanging changing;
  @Inject private Caller caller;

  /** The message as it stands. */
  @GET
  public MessageView message(@PathParam("id") long roomId, @PathParam("seq") long seq) {
    return messages.require(roomId, caller.person(), seq);
  }

  /** Gives the caller's own message another text. */
  @PATCH
  @Consumes(MediaType.APPLICATION_JSON)
  public MessageView edit(
      @PathParam("id") long roomId, @PathParam("seq") long seq, @Nullable Edit edit) {
    if (edit == null) {
      throw new ProblemException(ProblemType.MALFORMED_REQUEST, "Send the text as a JSON object.");
    }
    String content = edit.content() == null ? "" : edit.content();
    return change(new MessageChange.Edit(caller.person(), roomId, seq, content));
  }

  /** Removes the message for everybody: its author may, and an owner of the room. */
  @DELETE
  public MessageView delete(@PathParam("id") long roomId, @PathParam("seq") long seq) {
    return change(new MessageChange.Delete(caller.person(), roomId, seq));
  }

  /** Puts the caller's reaction on the message. */
  @PUT
  @Path("/reactions/{emoji}")
  public MessageView react(
      @PathParam("id") long roomId, @PathParam("seq") long seq, @PathParam("emoji") String emoji) {
    return change(new MessageChange.React(caller.person(), roomId, seq, emoji, true));
  }

  /** Takes the caller's reaction back. */
  @DELETE
  @Path("/reactions/{emoji}")
  public MessageView unreact(
      @PathParam("id") long roomId, @PathParam("seq") long seq, @PathParam("emoji") String emoji) {
    return change(new MessageChange.React(caller.person(), roomId, seq, emoji, false));
  }

  /** Waits for the commit, as posting does. */
  private MessageView change(MessageChange change) {
    return MessageView.of(changing.change(change, changed -> {}).toCompletableFuture().join());
  }
}
