package org.parley.chat.feed;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.health.Degradation;
import org.parley.chat.health.Degradation.Dependency;
import org.parley.contract.ProblemException;

/**
 * Compares the rooms that are open here with the log, so that nothing committed stays unseen: a
 * lost publish shows no gap while nothing follows it, and Redis may be away. Each second, and four
 * times as often while other instances are not heard: then this is how their messages come.
 */
@ApplicationScoped
class Sweep {

  private static final Logger LOG = System.getLogger(Sweep.class.getName());

  private static final long TICK_MS = 250;

  /** Ticks between two looks while Redis does its work. */
  private static final int EVERY = 4;

  private static final Duration MOST_OFF = Duration.ofSeconds(5);

  /** Whoever was refused tries again sooner, as long as they are there. */
  private static final Duration NOBODY_TRIED = Duration.ofMinutes(1);

  @Inject private Hub hub;
  @Inject private RoomHeadStore heads;
  @Inject private Broadcast broadcast;
  @Inject private Degradation degradation;
  @Inject private ManagedScheduledExecutorService scheduler;

  private Future<?> ticking;
  private long ticks;
  private int awayTicks;

  void start(@Observes Startup startup) {
    ticking = scheduler.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      boolean away = broadcast.isAway();
      tellOfRedis(away);
      if (++ticks % EVERY == 0 || away || hub.mayHaveMissed()) {
        look(hub.heads());
        degradation.works(Dependency.POSTGRESQL);
        degradation.worksSteadily(Dependency.MESSAGE_LOG, NOBODY_TRIED);
      }
    } catch (ProblemException e) {
      degradation.fails(Dependency.POSTGRESQL, e.toString()); // the next look comes soon
    } catch (RuntimeException e) {
      // The scheduler would never call again.
      LOG.log(Level.ERROR, "rooms could not be compared with the log", e);
    }
  }

  /** A connection that is there again within a second is not worth a word, nor is a start. */
  private void tellOfRedis(boolean away) {
    awayTicks = away ? awayTicks + 1 : 0;
    if (awayTicks > EVERY) {
      degradation.fails(Dependency.REDIS, "other instances are not heard");
    } else if (!away) {
      degradation.works(Dependency.REDIS);
    }
  }

  /** Asks even when no room is open: whether PostgreSQL is there is seen by this. */
  private void look(List<RoomHead> open) {
    Map<Long, RoomHead> known =
        open.stream().collect(Collectors.toMap(RoomHead::roomId, Function.identity()));
    Instant before = Instant.now();
    RoomHeadStore.Differences found = heads.differences(open);
    compareClocks(before, found.now(), Instant.now());
    compare(known, found);
    List<RoomHead> ofAnotherEpoch =
        open.stream().filter(room -> !room.epoch().equals(found.epoch())).toList();
    if (!ofAnotherEpoch.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "the database holds another history now: {0} rooms begin anew",
          ofAnotherEpoch.size());
      compare(known, heads.differences(ofAnotherEpoch.stream().map(RoomHead::forgotten).toList()));
    }
  }

  /** Tokens allow for 10 s, see security.xml. The database's clock was read between ours. */
  private void compareClocks(Instant before, Instant databases, Instant after) {
    Instant nearest =
        databases.isBefore(before) ? before : databases.isAfter(after) ? after : databases;
    Duration ahead = Duration.between(databases, nearest);
    if (ahead.abs().compareTo(MOST_OFF) > 0) {
      degradation.fails(
          Dependency.CLOCK,
          "It is "
              + ahead.abs().toSeconds()
              + (ahead.isNegative() ? " s behind" : " s ahead of")
              + " PostgreSQL's");
    } else {
      degradation.works(Dependency.CLOCK);
    }
  }

  private void compare(Map<Long, RoomHead> known, RoomHeadStore.Differences found) {
    for (RoomHead head : found.heads()) {
      hub.compare(requireNonNull(known.get(head.roomId()), "asked for"), head);
    }
  }

  @PreDestroy
  void stop() {
    ticking.cancel(false);
  }
}
