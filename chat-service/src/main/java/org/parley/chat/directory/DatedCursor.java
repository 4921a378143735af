package org.parley.chat.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How far we are in what user-service dates and gives page by page, in the order of (time, id).
 * Each of it is handed on once; a hand that throws is given it again with the next read. Remembers
 * no more than the overlap has. For one thread at a time.
 */
final class DatedCursor {

  /** What is behind an id, and when that was. */
  record Dated(Instant at, long id) {}

  /** The next of them, and whether there are more behind. */
  record Page(List<Dated> dated, boolean hasMore) {}

  /** The call to user-service; it throws when there is no answer. */
  @FunctionalInterface
  interface Source {
    /** Those that come after this one. */
    Page after(Dated last);
  }

  private final Duration overlap;
  private final Clock clock;
  private final Set<Dated> handedOn = new HashSet<>();
  private Instant newest;

  /**
   * Begins with what is dated then, and what the overlap has before it.
   *
   * @param overlap so far behind others something may turn up: its time is taken before its commit,
   *     which may stall, and by the clock of whichever instance of user-service wrote it. What it
   *     has is read again each time.
   */
  DatedCursor(Instant from, Duration overlap, Clock clock) {
    this.newest = from;
    this.overlap = overlap;
    this.clock = clock;
  }

  /** Reads all there is now, and hands on the ids of what is new, a page at a time. */
  void read(Source source, Consumer<Set<Long>> hand) {
    Dated last = new Dated(beginning(), 0);
    boolean more = true;
    while (more) {
      Page page = source.after(last);
      if (page.dated().isEmpty()) {
        return;
      }
      handOn(page.dated(), hand);
      last = page.dated().getLast();
      if (last.at().isAfter(newest)) {
        newest = last.at();
      }
      Instant needed = beginning();
      handedOn.removeIf(one -> one.at().isBefore(needed));
      more = page.hasMore();
    }
  }

  private void handOn(List<Dated> page, Consumer<Set<Long>> hand) {
    Set<Long> ids = new HashSet<>();
    page.stream().filter(one -> !handedOn.contains(one)).forEach(one -> ids.add(one.id()));
    if (!ids.isEmpty()) {
      hand.accept(ids);
      handedOn.addAll(page);
    }
  }

  private Instant beginning() {
    Instant now = clock.instant();
    // A clock that is ahead of the others must not hide what they date.
    Instant seen = newest.isBefore(now) ? newest : now;
    return seen.isAfter(Instant.EPOCH.plus(overlap)) ? seen.minus(overlap) : Instant.EPOCH;
  }
}
