package org.parley.users.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {

  private final List<AuditEvent> log = new ArrayList<>();
  private final Failures failures = new Failures(log::add);

  @Test
  void writesTheFirstAtOnceAndTheOthersOfTheMinuteTogether() {
    for (int i = 0; i < 1_000; i++) {
      failures.note(AuditKind.SIGN_IN_FAILED, 7);
    }
    assertThat(log).containsExactly(AuditEvent.to(7, AuditKind.SIGN_IN_FAILED, 1));

    failures.flush();
    assertThat(log).hasSize(2).contains(AuditEvent.to(7, AuditKind.SIGN_IN_FAILED, 999));

    failures.flush();
    assertThat(log).as("nothing happened since").hasSize(2);
    failures.note(AuditKind.SIGN_IN_FAILED, 7);
    assertThat(log).as("another minute").hasSize(3);
  }

  @Test
  void countsTooManyAccountsUnderNone() {
    for (int i = 1; i <= Failures.MOST_ACCOUNTS + 50; i++) {
      failures.note(AuditKind.SIGN_IN_FAILED, i);
      failures.note(AuditKind.SIGN_IN_FAILED, i);
    }
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
            event -> {
              throw new IllegalStateException("the database is away");
            });
    assertThatNoException().isThrownBy(() -> broken.note(AuditKind.SIGN_IN_FAILED, 7));
  }
}
