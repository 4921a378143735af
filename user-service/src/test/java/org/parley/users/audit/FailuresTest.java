package org.parley.users.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.log.LogContext;

class FailuresTest {

  private final List<AuditEvent> log = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-27T12:00:00Z");
  private final Failures failures = new Failures(this::write, () -> now);

  private void write(AuditEvent event, Instant at) {
    log.add(event);
    times.add(at);
  }

  @Test
  void tellsWhenSomebodyFailedAndOfTheRestWhenTheMinuteEnded() {
    Instant failed = now;
    failures.note(AuditKind.SIGN_IN_FAILED, 7);
    failures.note(AuditKind.SIGN_IN_FAILED, 7);
    now = failed.plusSeconds(1);
    failures.drain();
    now = failed.plusSeconds(60);
    failures.flush();

    assertThat(times).containsExactly(failed, failed.plusSeconds(60));
  }

  @Test
  void writesTheFirstSoonAndTheOthersOfTheMinuteTogether() {
    for (int i = 0; i < 1_000; i++) {
      failures.note(AuditKind.SIGN_IN_FAILED, 7);
    }
    failures.drain();
    assertThat(log).containsExactly(AuditEvent.to(7, AuditKind.SIGN_IN_FAILED, 1));

    failures.flush();
    assertThat(log).hasSize(2).contains(AuditEvent.to(7, AuditKind.SIGN_IN_FAILED, 999));

    failures.flush();
    assertThat(log).as("nothing happened since").hasSize(2);
    failures.note(AuditKind.SIGN_IN_FAILED, 7);
    failures.drain();
    assertThat(log).as("another minute").hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 7})
  void writesNothingWhileSomebodyWaitsWhetherTheAccountIsKnownOrNot(long userId) {
    failures.note(AuditKind.SIGN_IN_FAILED, userId);
    assertThat(log).isEmpty();

    failures.drain();
    assertThat(log).containsExactly(AuditEvent.to(userId, AuditKind.SIGN_IN_FAILED, 1));
  }

  @Test
  void writesWithTheRequestThatFailedThoughItWasAnsweredByThen() {
    List<String> requests = new ArrayList<>();
    Provenance.From phone = new Provenance.From("192.0.2.1", "Phone/1");
    Failures watched =
        new Failures(
            (event, at) ->
                requests.add(Provenance.current() + " " + LogContext.current().requestId()),
            () -> now);

    LogContext.ofRequest("r-1", 0).begin();
    Provenance.within("192.0.2.1", "Phone/1", () -> watched.note(AuditKind.SIGN_IN_FAILED, 7));
    LogContext.leave();
    watched.drain();

    assertThat(requests).containsExactly(phone + " r-1");
    assertThat(Provenance.current().address()).isEmpty();
  }

  @Test
  void countsUnderNoAccountWhatIsTooMuchToBeNoted() {
    for (int i = 0; i < Failures.MOST_NOTED + 20; i++) {
      failures.note(AuditKind.SIGN_IN_FAILED, 7);
    }
    failures.drain();
    failures.flush();

    assertThat(log)
        .contains(
            AuditEvent.to(7, AuditKind.SIGN_IN_FAILED, Failures.MOST_NOTED - 1),
            AuditEvent.to(0, AuditKind.SIGN_IN_FAILED, 20));
  }

  @Test
  void countsTooManyAccountsUnderNone() {
    for (int i = 1; i <= Failures.MOST_ACCOUNTS + 50; i++) {
      failures.note(AuditKind.SIGN_IN_FAILED, i);
      failures.note(AuditKind.SIGN_IN_FAILED, i);
    }
    failures.drain();
    assertThat(log).hasSize(Failures.MOST_ACCOUNTS);

    log.clear();
    failures.flush();
    assertThat(log)
        .hasSize(Failures.MOST_ACCOUNTS + 1)
        .contains(AuditEvent.to(0, AuditKind.SIGN_IN_FAILED, 100));
  }

  @Test
  void failsNobodyWhenItCannotWrite() {
    Failures broken =
        new Failures(
            (event, at) -> {
              throw new IllegalStateException("the database is away");
            },
            () -> now);
    broken.note(AuditKind.SIGN_IN_FAILED, 7);
    assertThatNoException().isThrownBy(broken::drain);
  }
}
