package org.parley.chat.message;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.Caller;
import org.parley.contract.Paging;
import org.parley.contract.ProblemException;
import org.parley.contract.rest.QueryNumber;

/** ◆ What was said in a room. Callers: whoever may see the room. */
@Path("/rooms/{id}/messages")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {

  @Inject private Messages messages;
  @Inject private Caller caller;

  /** ◆ A page of history; at most one of the cursors, which are {@code seq}. */
  @GET
  public MessageView.Page page(
      @PathParam("id") long roomId,
      @QueryParam("before") @Nullable String before,
      @QueryParam("after") @Nullable String after,
      @QueryParam("around") @Nullable String around,
      @QueryParam("limit") @Nullable String limit) {
    return messages.page(
        roomId,
        caller.person(),
        span(before, after, around),
        QueryNumber.limit(limit, Paging.DEFAULT_LIMIT));
  }

  private static Messages.Span span(
      @Nullable String before, @Nullable String after, @Nullable String around) {
    OptionalLong older = QueryNumber.optional("before", before);
    OptionalLong newer = QueryNumber.optional("after", after);
    OptionalLong near = QueryNumber.optional("around", around);
    if (Stream.of(older, newer, near).filter(OptionalLong::isPresent).count() > 1) {
      throw ProblemException.invalid("before", "Give one of before, after and around.");
    }
    if (newer.isPresent()) {
      return new Messages.Span.After(newer.getAsLong());
    }
    if (near.isPresent()) {
      return new Messages.Span.Around(near.getAsLong());
    }
    return new Messages.Span.Before(older.orElse(Long.MAX_VALUE));
  }
}
