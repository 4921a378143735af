package org.parley.chat.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.limit.PersonLimits;
import org.parley.chat.log.Changed;
import org.parley.chat.log.MessageChange;
import org.parley.chat.log.MessageLog;
import org.parley.chat.log.StoredMessage;
import org.parley.chat.platform.DatabaseThreads;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.room.People;
import org.parley.contract.ProblemException;

/**
 * The story of an edit, a deletion, a reaction: change → acknowledge → publish.
 *
 * <p>As for a message that is posted: nothing is acknowledged before it is committed, and what
 * happens after the commit cannot take the acknowledgement back.
 */
@ApplicationScoped
public class MessageChanging {

  private static final Logger LOG = System.getLogger(MessageChanging.class.getName());

  @Inject private PersonLimits limits;
  @Inject private MessageLog log;
  @Inject private People people;
  @Inject private Broadcast broadcast;

  @Inject private DatabaseThreads executor;

  /**
   * Changes a message. Returns at once; {@code acknowledge} is called after the commit and before
   * anybody is shown the change, on the log's thread, and must not block. Ends with the message as
   * it is after the change, or exceptionally as {@link MessageLog#change} does.
   *
   * @throws ProblemException {@code rate_limited}: changes count as messages do
   */
  public CompletionStage<StoredMessage> change(
      MessageChange change, Consumer<Changed> acknowledge) {
    limits.requireSend(change.person());
    return log.change(change)
        .thenApply(changed -> acknowledged(changed, acknowledge))
        .thenCompose(this::named)
        .thenApply(this::publish);
  }

  private static Changed acknowledged(Changed changed, Consumer<Changed> acknowledge) {
    try {
      acknowledge.accept(changed);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a change of " + changed.message() + " was not acknowledged", e);
    }
    return changed;
  }

  /**
   * The frame names the message's author, whoever changed it. Nearly always the name is at hand;
   * otherwise user-service is asked, off the log's thread. Changes that overtake each other
   * meanwhile are put in order by whoever receives them.
   */
  private CompletionStage<Changed> named(Changed changed) {
    if (changed.isNamed()) {
      return CompletableFuture.completedFuture(changed);
    }
    long author = changed.message().author().id();
    return people
        .knownUsername(author)
        .map(name -> CompletableFuture.completedFuture(changed.named(name)))
        .orElseGet(() -> asked(changed, author));
  }

  private CompletableFuture<Changed> asked(Changed changed, long author) {
    try {
      return CompletableFuture.supplyAsync(() -> people.usernames(List.of(author)), executor)
          .thenApply(names -> changed.named(People.nameIn(names, author)));
    } catch (RejectedExecutionException e) { // the server stops
      return CompletableFuture.completedFuture(changed.named(People.nameIn(Map.of(), author)));
    }
  }

  /** The change is stored whatever happens here; whoever misses it finds it in the log. */
  private StoredMessage publish(Changed changed) {
    StoredMessage message = changed.message();
    if (changed.isNew()) {
      try {
        // Nothing but the change that sent it may carry its number; see BatchStatement, asNew.
        RoomFrame frame =
            message.changeSeq() == message.sentChange()
                ? RoomFrame.sent(message.toNewMessage())
                : RoomFrame.changed(message.toMessageChanged());
        broadcast.publish(message.roomId(), frame.toBytes());
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, message + " is stored but could not be told of", e);
      }
    }
    return message;
  }
}
