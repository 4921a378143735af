package org.parley.users.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SessionCleanupTest {

  private final AtomicInteger batches = new AtomicInteger();

  @Test
  void leavesTheRestOfAFloodForTheNextTime() {
    SessionCleanup.inBatches(
        most -> {
          batches.incrementAndGet();
          return most;
        });
    assertThat(batches).hasValue(SessionCleanup.MOST_BATCHES);
  }

  @Test
  void endsWithABatchThatIsNotFull() {
    SessionCleanup.inBatches(most -> batches.incrementAndGet() < 3 ? most : most - 1);
    assertThat(batches).hasValue(3);
  }
}
