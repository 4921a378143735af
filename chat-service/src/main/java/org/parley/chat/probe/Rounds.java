package org.parley.chat.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * The beats of this instance that others have not answered yet, and theirs that are to be answered
 * with the next one. A round is the way of a beat to another instance and the way of its answer
 * back, without the time it was held there: no two clocks are compared. Thread-safe.
 */
final class Rounds {

  /** Is told how rounds end. */
  interface Watch {
    void answered(Duration round);

    /** An instance that beats has not answered in time. */
    void lost();
  }

  /** Longer than any outage of an instance's way that people would forgive. */
  static final Duration LIMIT = Duration.ofSeconds(10);

  /**
   * Three beats: one that was silent so long has gone, and nobody waits for its answers. Unless our
   * own beats do not come back either: then it is the way that has gone.
   */
  static final Duration SILENCE = Probe.EVERY.multipliedBy(3);

  /** Another instance. */
  private static final class Peer {
    private final Map<Long, Long> open = new TreeMap<>(); // number of ours → when it was sent
    private long heardNanos;
  }

  private record Heard(UUID instance, long number, long nanos) {}

  private final UUID self = UUID.randomUUID();
  private final Map<UUID, Peer> peers = new HashMap<>();
  private final List<Heard> unanswered = new ArrayList<>();
  private final Watch watch;
  private final LongSupplier nanos;
  private long number;
  private long ownHeardNanos;

  Rounds(Watch watch, LongSupplier nanoClock) {
    this.watch = watch;
    this.nanos = nanoClock;
    this.ownHeardNanos = nanoClock.getAsLong();
  }

  /** The next beat of this instance, to be sent now. */
  synchronized Beat next() {
    long now = nanos.getAsLong();
    if (now - ownHeardNanos <= Probe.EVERY.multipliedBy(2).toNanos()) {
      peers.values().removeIf(peer -> now - peer.heardNanos > SILENCE.toNanos());
    }
    peers.values().forEach(peer -> giveUp(peer, now));
    long beat = ++number;
    peers.values().forEach(peer -> peer.open.put(beat, now));
    List<Beat.Echo> echoes =
        unanswered.stream()
            .limit(Beat.MOST_ECHOES)
            .map(one -> new Beat.Echo(one.instance, one.number, Duration.ofNanos(now - one.nanos)))
            .toList();
    unanswered.clear();
    return new Beat(self, beat, echoes);
  }

  /** A beat that could not be sent: nobody will answer it. */
  synchronized void failed(Beat beat) {
    peers.values().stream()
        .filter(peer -> peer.open.remove(beat.number()) != null)
        .forEach(peer -> watch.lost());
  }

  /** A beat of another instance, or our own as it comes back. */
  synchronized void heard(Beat beat) {
    long now = nanos.getAsLong();
    if (beat.instance().equals(self)) {
      ownHeardNanos = now;
      return;
    }
    Peer peer = peers.computeIfAbsent(beat.instance(), id -> new Peer());
    peer.heardNanos = now;
    unanswered.add(new Heard(beat.instance(), beat.number(), now));
    for (Beat.Echo echo : beat.echoes()) {
      Long sent = echo.instance().equals(self) ? peer.open.remove(echo.number()) : null;
      if (sent != null) {
        ended(Duration.ofNanos(now - sent).minus(echo.held()));
      }
    }
  }

  private void ended(Duration round) {
    if (round.compareTo(LIMIT) > 0) {
      watch.lost();
    } else {
      watch.answered(round);
    }
  }

  private void giveUp(Peer peer, long now) {
    Iterator<Long> sent = peer.open.values().iterator();
    while (sent.hasNext()) {
      // The answer comes with the peer's next beat, which may be a whole pause away.
      if (now - sent.next() > LIMIT.plus(Probe.EVERY).toNanos()) {
        sent.remove();
        watch.lost();
      }
    }
  }
}
