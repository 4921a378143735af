package org.parley.chat.directory;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.parley.chat.directory.DatedCursor.Dated;

class DatedCursorTest {

  private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  private final Source source = new Source();
  private final List<Set<Long>> handed = new ArrayList<>();
  private Instant now = START;
  private final DatedCursor cursor = new DatedCursor(START, OVERLAP, new SteppedClock(() -> now));

  @Test
  void handsOnEachOnce() {
    source.add(1, START);
    read();
    source.add(2, START.plus(1, SECONDS));
    read();
    read();
    assertThat(handed).containsExactly(Set.of(1L), Set.of(2L));
  }

  @Test
  void beginsWithWhatTheOverlapHasBeforeItsBeginning() {
    source.add(1, START.minus(9, MINUTES));
    source.add(2, START.minus(11, MINUTES));
    read();
    assertThat(handed).containsExactly(Set.of(1L));
  }

  @Test
  void beginsBeforeThereWasTime() {
    source.add(1, Instant.EPOCH.plus(1, SECONDS));
    new DatedCursor(Instant.EPOCH, OVERLAP, new SteppedClock(() -> now)).read(source, handed::add);
    assertThat(handed).containsExactly(Set.of(1L));
  }

  @Test
  void readsPageAfterPageAlsoThroughOneInstant() {
    source.pageSize = 2;
    for (long id = 1; id <= 5; id++) {
      source.add(id, START);
    }
    source.add(6, START.plus(1, SECONDS));
    read();
    assertThat(handed).containsExactly(Set.of(1L, 2L), Set.of(3L, 4L), Set.of(5L, 6L));
    assertThat(source.asked).hasSize(3);
  }

  @Test
  void asksFromWhereItWasRatherThanFromTheBeginning() {
    now = START.plus(30, DAYS);
    source.add(1, START.plus(2, HOURS));
    read();
    read();
    assertThat(source.asked.getLast().at()).isEqualTo(START.plus(2, HOURS).minus(OVERLAP));
  }

  @Test
  void findsWhatWasCommittedBehindOthers() {
    source.add(1, START);
    read();
    source.add(2, START.minus(9, MINUTES));
    read();
    assertThat(handed).containsExactly(Set.of(1L), Set.of(2L));
  }

  @Test
  void aClockThatIsAheadHidesNothing() {
    source.add(1, START.plus(2, HOURS));
    read();
    source.add(2, START);
    read();
    assertThat(handed).containsExactly(Set.of(1L), Set.of(2L));
  }

  @Test
  void keepsWhatItReadBeforeAFailureAndReadsTheRest() {
    source.pageSize = 2;
    for (long id = 1; id <= 3; id++) {
      source.add(id, START.plus(id, SECONDS));
    }
    source.answersLeft = 1;
    assertThatThrownBy(this::read).hasMessage("away");
    assertThat(handed).containsExactly(Set.of(1L, 2L));

    source.answersLeft = Integer.MAX_VALUE;
    read();
    assertThat(handed).containsExactly(Set.of(1L, 2L), Set.of(3L));
  }

  @Test
  void handsOnAgainWhatAHandDidNotTake() {
    source.add(1, START);
    assertThatThrownBy(
            () ->
                cursor.read(
                    source,
                    ids -> {
                      throw new IllegalStateException("busy");
                    }))
        .hasMessage("busy");
    read();
    read();
    assertThat(handed).containsExactly(Set.of(1L));
  }

  private void read() {
    cursor.read(source, handed::add);
  }

  /** In the order of (time, id). */
  private static final class Source implements DatedCursor.Source {

    private final TreeSet<Dated> dated =
        new TreeSet<>(Comparator.comparing(Dated::at).thenComparingLong(Dated::id));
    private final List<Dated> asked = new ArrayList<>();
    private int pageSize = 1_000;
    private int answersLeft = Integer.MAX_VALUE;

    void add(long id, Instant at) {
      dated.add(new Dated(at, id));
    }

    @Override
    public DatedCursor.Page after(Dated last) {
      if (answersLeft-- == 0) {
        throw new IllegalStateException("away");
      }
      asked.add(last);
      Set<Dated> found = dated.tailSet(last, false);
      return new DatedCursor.Page(found.stream().limit(pageSize).toList(), found.size() > pageSize);
    }
  }
}
