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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.parley.contract.directory.v1.DeletedUser;
import org.parley.contract.directory.v1.ListDeletedUsersResponse;
import org.parley.contract.rpc.Protos;

/**
 * Asks user-service every few seconds who deleted their account, and tells {@link PeopleDeleted}:
 * the first time of everybody who ever did, so that nobody is missed who went while no instance
 * ran, or before a backup of our database was restored. Each is told twice: at once, and when this
 * instance knew for a while that their sessions have ended, because until then they may have joined
 * a room. Their sockets are not its business: their sessions end, see {@link RevocationPoll}.
 */
@ApplicationScoped
class DeletionPoll {

  private static final Logger LOG = System.getLogger(DeletionPoll.class.getName());

  /** Nobody waits for it: who is gone is seen to be gone by name within this time. */
  private static final Duration EVERY = Duration.ofSeconds(5);

  /**
   * Whatever was let in before an instance knew that its session had ended is done by then; more
   * than any request takes.
   */
  static final Duration UNDER_WAY = Duration.ofSeconds(30);

  /** Clocks further apart are told by every other sign. Few delete their account in it. */
  private static final Duration OVERLAP = Duration.ofHours(1);

  /** Who were told, to be told once more. */
  private record Told(Instant at, Set<Long> userIds) {}

  /** The call to user-service; it throws when there is no answer. */
  interface Source {
    ListDeletedUsersResponse after(Instant since, long userId);
  }

  private Source source;
  private Consumer<PeopleDeleted> announce;
  private Clock clock;
  private Supplier<Duration> revocationsBehind;
  private DatedCursor cursor;
  private ManagedScheduledExecutorService scheduler;

  private final Deque<Told> told = new ArrayDeque<>();
  private Future<?> asking;

  DeletionPoll() {} // for the container's proxy

  @Inject
  DeletionPoll(
      DirectoryClient client,
      RevocationPoll revocations,
      Event<PeopleDeleted> event,
      ManagedScheduledExecutorService scheduler) {
    this(client::deletedUsers, revocations::behind, event::fire, Clock.systemUTC());
    this.scheduler = scheduler;
  }

  DeletionPoll(
      Source source,
      Supplier<Duration> revocationsBehind,
      Consumer<PeopleDeleted> announce,
      Clock clock) {
    this();
    this.source = source;
    this.revocationsBehind = revocationsBehind;
    this.announce = announce;
    this.clock = clock;
    this.cursor = new DatedCursor(Instant.EPOCH, OVERLAP, clock);
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
      tellAgain();
    } catch (StatusRuntimeException e) {
      // That user-service is away says who asks every second.
      LOG.log(Level.DEBUG, "user-service does not tell who is gone: {0}", e.getStatus().getCode());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "people who are gone are still in rooms, for now: {0}", e.toString());
    }
  }

  private void ask() {
    cursor.read(
        last -> page(source.after(last.at(), last.id())),
        gone -> {
          announce.accept(new PeopleDeleted(gone));
          told.add(new Told(clock.instant(), gone));
        });
  }

  private void tellAgain() {
    Instant since = clock.instant().minus(revocationsBehind.get()).minus(UNDER_WAY);
    while (!told.isEmpty() && !told.getFirst().at().isAfter(since)) {
      announce.accept(new PeopleDeleted(told.getFirst().userIds()));
      told.removeFirst();
    }
  }

  private static DatedCursor.Page page(ListDeletedUsersResponse answer) {
    return new DatedCursor.Page(
        answer.getUsersList().stream()
            .map(one -> new DatedCursor.Dated(time(one), one.getUserId()))
            .toList(),
        answer.getHasMore());
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
