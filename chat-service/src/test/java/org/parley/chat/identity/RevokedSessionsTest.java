package org.parley.chat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RevokedSessionsTest {

  private final List<Set<Long>> told = new ArrayList<>();
  private final RevokedSessions revoked =
      new RevokedSessions(event -> told.add(event.sessionIds()));

  @Test
  void tellsOfEachSessionOnce() {
    revoked.add(List.of(1L, 2L));
    revoked.add(List.of(2L, 3L));
    revoked.add(List.of(1L, 2L, 3L));
    assertThat(told).containsExactly(Set.of(1L, 2L), Set.of(3L));
    assertThat(revoked.isRevoked(3)).isTrue();
    assertThat(revoked.isRevoked(4)).isFalse();
  }

  @Test
  void knowsASessionBeforeItTellsOfIt() {
    List<Boolean> known = new ArrayList<>();
    RevokedSessions[] self = new RevokedSessions[1];
    self[0] =
        new RevokedSessions(
            event -> event.sessionIds().forEach(id -> known.add(self[0].isRevoked(id))));
    self[0].add(List.of(5L));
    assertThat(known).containsExactly(true);
  }

  @Test
  void forgetsTheOldestWhenThereAreTooMany() {
    revoked.add(LongStream.rangeClosed(0, RevokedSessions.MAX_SESSIONS).boxed().toList());
    assertThat(revoked.isRevoked(0)).isFalse();
    assertThat(revoked.isRevoked(1)).isTrue();
    assertThat(revoked.isRevoked(RevokedSessions.MAX_SESSIONS)).isTrue();
  }
}
