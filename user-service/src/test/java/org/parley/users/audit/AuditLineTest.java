package org.parley.users.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditLineTest {

  @Test
  void saysWhoDidWhatToWhom() {
    assertThat(AuditLine.text(AuditEvent.own(AuditKind.SIGNED_OUT, 1_234, 5_678)))
        .isEqualTo("signed_out by user 1234 in session 5678");
    assertThat(AuditLine.text(AuditEvent.by(1, AuditKind.ACCOUNT_DEACTIVATED, 2)))
        .isEqualTo("account_deactivated by user 1 to user 2");
    assertThat(AuditLine.text(AuditEvent.to(2, AuditKind.SIGN_IN_FAILED, 12)))
        .isEqualTo("sign_in_failed to user 2 times 12");
    assertThat(AuditLine.text(AuditEvent.to(0, AuditKind.SIGN_IN_FAILED, 1)))
        .isEqualTo("sign_in_failed");
  }
}
