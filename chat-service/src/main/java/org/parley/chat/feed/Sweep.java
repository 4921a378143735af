package org.parley.chat.feed;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
    if (++ticks % EVERY == 0 || broadcast.isAway() || hub.mayHaveMissed()) {
      look();
    }
  }

  private void look() {
    List<RoomHead> open = hub.heads();
    if (open.isEmpty()) {
      return;
    }
    try {
      RoomHeadStore.Differences found = heads.differences(open);
      found.heads().forEach(hub::compare);
      List<RoomHead> ofAnotherEpoch =
          open.stream().filter(known -> !known.epoch().equals(found.epoch())).toList();
      if (!ofAnotherEpoch.isEmpty()) {
        LOG.log(
            Level.WARNING,
            "the database holds another history now: {0} rooms begin anew",
            ofAnotherEpoch.size());
        for (RoomHead room : ofAnotherEpoch) {
          hub.compare(heads.head(room.roomId()));
        }
      }
      failing = false;
    } catch (SQLException | RuntimeException e) {
      // The next look comes soon; the scheduler would never call again after an exception.
      if (!failing) {
        LOG.log(Level.WARNING, "rooms cannot be compared with the log: {0}", e.toString());
      }
      failing = true;
    }
  }

  @PreDestroy
  void stop() {
    ticking.cancel(false);
  }
}
