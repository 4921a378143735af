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
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.chat.cluster.Broadcast;

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

  @Inject private Hub hub;
  @Inject private RoomHeadStore heads;
  @Inject private Broadcast broadcast;
  @Inject private ManagedScheduledExecutorService scheduler;

  private Future<?> ticking;
  private long ticks;
  private boolean failing;

  void start(@Observes Startup startup) {
    ticking = scheduler.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      if (++ticks % EVERY == 0 || broadcast.isAway() || hub.mayHaveMissed()) {
        look(hub.heads());
      }
      failing = false;
    } catch (RuntimeException e) {
      // The next look comes soon; the scheduler would never call again after an exception.
      if (!failing) {
        LOG.log(Level.WARNING, "rooms cannot be compared with the log: {0}", e.toString());
      }
      failing = true;
    }
  }

  private void look(List<RoomHead> open) {
    if (open.isEmpty()) {
      return;
    }
    Map<Long, RoomHead> known =
        open.stream().collect(Collectors.toMap(RoomHead::roomId, Function.identity()));
    RoomHeadStore.Differences found = heads.differences(open);
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
