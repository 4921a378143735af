package org.parley.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoomSharesTest {

  private final RoomShares shares = new RoomShares();

  /** As a map does, with ids that collide in a small table: they share their low bits. */
  @Test
  void findsEachRoomsShareWhateverCameAndWent() {
    Random random = new Random(1);
    Map<Long, RoomShares.Share> expected = new LinkedHashMap<>();
    for (int i = 0; i < 2_000; i++) {
      long room = random.nextInt(64) * 1_024L;
      if (random.nextInt(3) == 0) {
        shares.forget(room);
        expected.remove(room);
      } else {
        RoomShares.Share share = shares.of(room);
        assertThat(expected.getOrDefault(room, share)).isSameAs(share);
        expected.put(room, share);
      }
      assertThat(shares.find(room)).isSameAs(expected.get(room));
    }
    assertThat(expected).isNotEmpty();
    expected.forEach((room, share) -> assertThat(shares.find(room)).isSameAs(share));
    assertThat(shares.find(-1)).isNull();
  }
}
