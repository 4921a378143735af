package org.parley.system.check.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.system.check.ledger.Violation.Kind;

class FindingsTest {

  @Test
  void countsAllAndKeepsTheFirst() {
    Findings findings = new Findings();
    for (int seq = 1; seq <= 1000; seq++) {
      findings.add(new Violation(Kind.LOST, 7, seq, 0, "ada", "gone"));
    }
    findings.add(new Violation(Kind.DOUBLED, 7, 1, 0, "ada", "again"));

    assertThat(findings.total()).isEqualTo(1001);
    assertThat(findings.count(Kind.LOST)).isEqualTo(1000);
    assertThat(findings.count(Kind.DOUBLED)).isEqualTo(1);
    assertThat(findings.count(Kind.STUCK)).isZero();
    assertThat(findings.first()).hasSize(20).extracting(Violation::seq).startsWith(1L, 2L);
  }
}
