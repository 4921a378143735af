package org.parley.users.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

class RefreshSecretTest {

  @Test
  void isStoredAsItsHashOnly() {
    RefreshSecret secret = new RefreshSecret("A".repeat(43));
    // SHA-256 of 43 times the letter A, in base64url.
    assertThat(secret.hash()).isEqualTo("DwBzhbb51LfusnSGBa_hqYSgo7-j8BTQnip4TOnlzRo");
    assertThat(RefreshSecret.random()).isNotEqualTo(RefreshSecret.random());
    assertThat(secret.toString()).doesNotContain("AAA");
  }

  @Test
  void isKnownByItsFamily() {
    RefreshSecret first = RefreshSecret.random();
    RefreshSecret next = first.next();
    assertThat(next).isNotEqualTo(first);
    assertThat(next.hash()).isNotEqualTo(first.hash());
    assertThat(next.familyHash()).isEqualTo(first.familyHash()).isNotEqualTo(first.hash());
    assertThat(next.next()).isNotEqualTo(first.next());
    assertThat(RefreshSecret.random().familyHash()).isNotEqualTo(first.familyHash());
    // SHA-256 of sixteen zeros, in base64url.
    assertThat(new RefreshSecret("A".repeat(43)).familyHash())
        .isEqualTo("N0cI__dxndWXnsh11WzSKG9tPPfsMXo7JWMqqyjsN7s");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"short", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\0", "' or 1=1 --"})
  void refusesWhatWasNeverASecret(String text) {
    assertThatThrownBy(() -> new RefreshSecret(text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_REFRESH_TOKEN));
  }
}
