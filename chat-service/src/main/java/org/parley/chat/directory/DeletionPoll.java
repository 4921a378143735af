package org.parley.chat.directory;

import io.grpc.StatusRuntimeException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.parley.contract.directory.v1.DeletedUser;
import org.parley.contract.directory.v1.ListDeletedUsersResponse;
import org.parley.contract.rpc.Protos;

/**
 * Asks user-service every few seconds who deleted their account, and tells {@link PeopleDeleted}:
 * the first time of everybody who ever did, so that nobody is missed who went while no instance
 * ran, or before a backup of our database was restored. Their sockets are not its business: their
 * sessions end, see {@link RevocationPoll}.
 */
@ApplicationScoped
class DeletionPoll {

  private static final Logger LOG = System.getLogger(DeletionPoll.class.getName());

  /** Nobody waits for it: who is gone is seen to be gone by name within this time. */
  private static final Duration EVERY = Duration.ofSeconds(5);

  /**
   * So long after somebody went they are told again: before an instance knew that their session had
   * ended, they may have joined a room.
   */
  static final Duration OVERLAP = RevocationPoll.LONGEST_TOKEN.plus(RevocationPoll.OVERLAP);

  /** The call to user-service; it throws when there is no answer. */
  interface Source {
    ListDeletedUsersResponse after(Instant since, long userId);
  }

  private Source source;
  private Consumer<PeopleDeleted> announce;
  private Clock clock;
  private ManagedScheduledExecutorService scheduler;

  private Future<?> asking;
  private Instant newest = Instant.EPOCH;

  DeletionPoll() {} // for the container's proxy

  @Inject
  DeletionPoll(
      DirectoryClient client,
      Event<PeopleDeleted> event,
      ManagedScheduledExecutorService scheduler) {
    this(client::deletedUsers, event::fire, Clock.systemUTC());
    this.scheduler = scheduler;
  }

  DeletionPoll(Source source, Consumer<PeopleDeleted> announce, Clock clock) {
    this();
    this.source = source;
    this.announce = announce;
    this.clock = clock;
  }

  void start(@Observes Startup startup) {
    asking =
        scheduler.scheduleWithFixedDelay(
            this::tick, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Asks once. Never throws: the scheduler would never call again. */
  void tick() {
    try {
      ask();
    } catch (StatusRuntimeException e) {
      // That user-service is away says who asks every second.
      LOG.log(Level.DEBUG, "user-service does not tell who is gone: {0}", e.getStatus().getCode());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "people who are gone are still in rooms, for now: {0}", e.toString());
    }
  }

  private void ask() {
    Instant now = clock.instant();
    // A clock that is ahead of the others must not hide what they date.
    Instant seen = newest.isBefore(now) ? newest : now;
    Instant since = seen.isAfter(Instant.EPOCH.plus(OVERLAP)) ? seen.minus(OVERLAP) : Instant.EPOCH;
    long after = 0;
    boolean more = true;
    while (more) {
      ListDeletedUsersResponse page = source.after(since, after);
      List<DeletedUser> users = page.getUsersList();
      if (users.isEmpty()) {
        return;
      }
      announce.accept(
          new PeopleDeleted(
              users.stream().map(DeletedUser::getUserId).collect(Collectors.toSet())));
      since = time(users.getLast());
      after = users.getLast().getUserId();
      more = page.getHasMore();
      if (since.isAfter(newest)) {
        newest = since;
      }
    }
  }

  private static Instant time(DeletedUser user) {
    return Protos.instant(user.getDeletedAt())
        .orElseThrow(() -> new IllegalStateException("no time in " + user));
  }

  @PreDestroy
  void stop() {
    asking.cancel(false);
  }
}
