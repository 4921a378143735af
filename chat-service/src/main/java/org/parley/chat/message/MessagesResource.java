package org.parley.chat.message;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.Caller;
import org.parley.chat.log.NewMessage;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/** ◆ Posting over REST. Callers: members of the room. */
@Path("/messages")
@RequestScoped
@RolesAllowed("user")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {

  /** ◆ A message to post; with a {@code clientMsgId} the request may be repeated. */
  public record Post(
      @JsonAlias("roomId") @Nullable Long roomId,
      @Nullable String content,
      @JsonAlias("clientMsgId") @Nullable UUID clientMsgId,
      @JsonAlias("replyTo") @Nullable Long replyTo) {

    /** Without the content. */
    @Override
    public String toString() {
      return "Post[roomId=" + roomId + ", clientMsgId=" + clientMsgId + "]";
    }
  }

  @Inject private MessagePosting posting;
  @Inject private Caller caller;

  /**
   * ◆ Posts a message; it goes to sockets like one sent over a socket. Waits for the commit: a
   * stage that has ended before the request thread suspends is a race Jakarta REST logs as an
   * error.
   */
  @POST
  public MessageView post(@Nullable Post request) {
    if (request == null) {
      throw new ProblemException(
          ProblemType.MALFORMED_REQUEST, "Send the message as a JSON object.");
    }
    Long roomId = request.roomId();
    if (roomId == null) {
      throw ProblemException.invalid("room_id", "Say which room the message is for.");
    }
    NewMessage message =
        NewMessage.received(
            caller.person(), roomId, request.clientMsgId(), request.content(), request.replyTo());
    return MessageView.of(posting.post(message, posted -> {}).toCompletableFuture().join());
  }
}
