package org.parley.users.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {

  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  private final Session session = new Session(7, "test", START);
  private final RefreshToken token = new RefreshToken(session, RefreshSecret.random(), START);

  @Test
  void worksForThirtySecondsAfterItsFirstUse() {
    Instant used = START.plusSeconds(100);
    token.use(used);
    assertThat(token.isGood(used.plusSeconds(30))).isTrue();
    assertThat(token.isUsedUp(used.plusSeconds(30))).isFalse();
    token.use(used.plusSeconds(30));
    assertThat(token.isGood(used.plusSeconds(31))).as("a second use does not prolong it").isFalse();
    assertThat(token.isUsedUp(used.plusSeconds(31))).isTrue();
    assertThatThrownBy(() -> token.use(used.plusSeconds(31)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void isUsedEightTimesAtMost() {
    assertThat(token.isUnused()).isTrue();
    for (int i = 0; i < 8; i++) {
      assertThat(token.mayHaveAnother()).isTrue();
      token.use(START);
    }
    assertThat(token.isUnused()).isFalse();
    assertThat(token.mayHaveAnother()).isFalse();
    assertThatThrownBy(() -> token.use(START)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void endsThirtyDaysAfterItWasGiven() {
    assertThat(token.isGood(after(Duration.ofDays(30).minusSeconds(1)))).isTrue();
    assertThat(token.isGood(after(Duration.ofDays(30)))).isFalse();
    assertThat(token.isUsedUp(after(Duration.ofDays(30)))).as("it was never used").isFalse();
  }

  @Test
  void keepsTheSessionAliveByUse() {
    token.use(after(Duration.ofDays(20)));
    assertThat(session.hasEnded(after(Duration.ofDays(50)))).isFalse();
    assertThat(session.hasEnded(after(Duration.ofDays(50).plusSeconds(1)))).isTrue();
  }

  @Test
  void endsWithItsSession() {
    session.revoke(START);
    assertThat(token.isGood(START)).isFalse();
    assertThatThrownBy(() -> session.use(START)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void describesDevicesAsFarAsTheyCanBeStored() {
    assertThat(new Session(7, null, START).userAgent()).isEmpty();
    assertThat(new Session(7, "Fire\0fox\n/1 é", START).userAgent()).isEqualTo("Fire?fox?/1 ?");
    assertThat(new Session(7, "x".repeat(300), START).userAgent()).hasSize(255);
  }

  private static Instant after(Duration duration) {
    return START.plus(duration);
  }
}
