package org.parley.chat.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.chat.identity.Person;
import org.parley.chat.limit.PersonLimits;
import org.parley.chat.log.StoredMessage;
import org.parley.chat.room.People;
import org.parley.chat.room.Rooms;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * What was said. Public rooms can be read by anybody signed in, since anybody may join them;
 * private ones by their members. No transaction: each query stands for itself, and user-service is
 * asked for names in between.
 */
@ApplicationScoped
public class Messages {

  /** Which part of a room's history. */
  public sealed interface Span {
    /** The messages before this seq; from the end with {@code Long.MAX_VALUE}. */
    record Before(long seq) implements Span {}

    /** The messages after this seq. */
    record After(long seq) implements Span {}

    /** The messages around this seq, it among them. */
    record Around(long seq) implements Span {}

    /** The messages around the first one at or after this time; the newest when there is none. */
    record At(Instant time) implements Span {}
  }

  /** Changes per read; 500 messages of common length are about a hundred kilobytes. */
  public static final int MAX_RANGE = 500;

  @Inject private PersonLimits limits;
  @Inject private MessageStore store;
  @Inject private Rooms rooms;
  @Inject private People people;

  /**
   * A page of history.
   *
   * @throws ProblemException {@code rate_limited}, and {@code not_found} for who may not see it
   */
  public MessageView.Page page(long roomId, Person reader, Span span, int limit) {
    limits.requireHistory(reader);
    rooms.isMember(roomId, reader); // or they may see it all the same
    // Read before the messages: whatever changed up to here is certain to show in them.
    long through = rooms.head(roomId);
    // One more than asked tells whether there are more.
    List<Message> newestFirst =
        switch (span) {
          case Span.Before before -> store.before(roomId, before.seq(), limit + 1);
          case Span.After after -> store.after(roomId, after.seq(), limit + 1).reversed();
          case Span.Around around ->
              around(roomId, Math.min(around.seq(), Long.MAX_VALUE - 1), limit);
          case Span.At at -> around(roomId, store.firstAt(roomId, at.time()), limit);
        };
    boolean hasMore = newestFirst.size() > limit;
    List<Message> page =
        span instanceof Span.After
            ? newestFirst.subList(hasMore ? 1 : 0, newestFirst.size())
            : newestFirst.subList(0, Math.min(limit, newestFirst.size()));
    return new MessageView.Page(
        toStored(page).stream().map(MessageView::of).toList(), hasMore, through);
  }

  /**
   * One message, for a quotation or a link. Callers: members.
   *
   * @throws ProblemException {@code rate_limited}, {@code not_found}, {@code not_member}
   */
  public MessageView require(long roomId, Person reader, long seq) {
    limits.requireHistory(reader);
    if (!rooms.isMember(roomId, reader)) {
      throw new ProblemException(ProblemType.NOT_MEMBER);
    }
    Message found =
        store
            .find(roomId, seq)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such message."));
    return MessageView.of(toStored(List.of(found)).getFirst());
  }

  /**
   * What changed in the room after this change, up to {@link #MAX_RANGE} changes further; where the
   * range ends was read in the same snapshot as what is in it.
   */
  public ChangeRange changesAfter(long roomId, long changeSeq) {
    MessageStore.Changes found = store.changedAfter(roomId, changeSeq, changeSeq + MAX_RANGE);
    return new ChangeRange(changeSeq, found.through(), toStored(found.messages()));
  }

  private List<Message> around(long roomId, long seq, int limit) {
    int newer = limit / 2;
    List<Message> page = new ArrayList<>(store.after(roomId, seq, newer).reversed());
    page.addAll(store.before(roomId, seq + 1, limit - page.size() + 1));
    return page;
  }

  private List<StoredMessage> toStored(List<Message> messages) {
    Map<Long, String> names =
        people.usernames(messages.stream().map(Message::userId).distinct().toList());
    return messages.stream().map(message -> message.toStored(names)).toList();
  }
}
