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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
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

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  @Inject private Messages messages;
  @Inject private Caller caller;

  /** ◆ A page of history; at most one of the cursors, which are {@code seq}, and a time. */
  @GET
  public MessageView.Page page(
      @PathParam("id") long roomId,
      @QueryParam("before") @Nullable String before,
      @QueryParam("after") @Nullable String after,
      @QueryParam("around") @Nullable String around,
      @QueryParam("at") @Nullable String at,
      @QueryParam("limit") @Nullable String limit) {
    return messages.page(
        roomId,
        caller.person(),
        span(before, after, around, at),
        QueryNumber.limit(limit, Paging.DEFAULT_LIMIT));
  }

  private static Messages.Span span(
      @Nullable String before,
      @Nullable String after,
      @Nullable String around,
      @Nullable String at) {
    OptionalLong older = QueryNumber.optional("before", before);
    OptionalLong newer = QueryNumber.optional("after", after);
    OptionalLong near = QueryNumber.optional("around", around);
    if (Stream.of(before, after, around, at).filter(HistoryResource::isGiven).count() > 1) {
      throw ProblemException.invalid("before", "Give one of before, after, around and at.");
    }
    if (at != null && !at.isEmpty()) {
      return new Messages.Span.At(time(at));
    }
    if (newer.isPresent()) {
      return new Messages.Span.After(newer.getAsLong());
    }
    if (near.isPresent()) {
      return new Messages.Span.Around(near.getAsLong());
    }
    return new Messages.Span.Before(older.orElse(Long.MAX_VALUE));
  }

  private static boolean isGiven(@Nullable String value) {
    return value != null && !value.isEmpty();
  }

  /** Within what the database can tell; whoever asks for more is asked to say when. */
  private static Instant time(String at) {
    try {
      Instant time = OffsetDateTime.parse(at).toInstant();
      if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
        return time;
      }
    } catch (DateTimeParseException e) {
      // As what is out of bounds.
    }
    throw ProblemException.invalid("at", "at is a time such as 2026-05-01T00:00:00Z.");
  }
}
