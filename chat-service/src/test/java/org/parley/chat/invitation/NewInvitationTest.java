package org.parley.chat.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contract.FieldProblem;
import org.parley.contract.ProblemException;

class NewInvitationTest {

  @Test
  void livesForAWeekUnlessItSaysOtherwise() {
    assertThat(NewInvitation.usual().life()).isEqualTo(Duration.ofDays(7));
    assertThat(new NewInvitation(300L, 1).life()).isEqualTo(Duration.ofMinutes(5));
    assertThat(new NewInvitation(2_592_000L, 1_000).life()).isEqualTo(Duration.ofDays(30));
  }

  @ParameterizedTest
  @CsvSource({
    "299, , expires_in",
    "2592001, , expires_in",
    "-1, , expires_in",
    ", 0, max_uses",
    ", 1001, max_uses",
  })
  void refusesWhatIsTooShortTooLongOrForTooMany(Long expiresIn, Integer maxUses, String field) {
    assertThatThrownBy(() -> new NewInvitation(expiresIn, maxUses))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal ->
                assertThat(refusal.errors())
                    .extracting(FieldProblem::field)
                    .containsExactly(field));
  }
}
