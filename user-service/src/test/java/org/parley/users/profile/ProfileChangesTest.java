package org.parley.users.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.Json;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

class ProfileChangesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"Ada", "Ada Lovelace", "नेहा", "علی‌رضا", "👩‍🔬", "  Ada \t", "<b>Ada</b>"})
  void takesWhatCanBeShown(String name) {
    assertThat(new ProfileChanges(name).displayName()).isEqualTo(name.strip());
  }

  @Test
  void countsCodePoints() {
    assertThat(new ProfileChanges("🦊".repeat(64)).displayName()).hasSize(128);
    assertRefused("🦊".repeat(65));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        " \t ",
        "A\nda",
        "A\u0000da",
        "A\u001bda",
        "A\u007fda",
        "A\u0085da",
        "A\u2028da",
        "A\u202eda",
        "A\u2066da",
        "A\ud800da"
      })
  void refusesWhatCannot(String name) {
    assertRefused(name);
  }

  @Test
  void readsNothingElse() throws JsonProcessingException {
    ProfileChanges changes =
        Json.json()
            .readValue(
                "{\"displayName\":\"Ada\",\"id\":7,\"email\":\"a@b\",\"role\":\"admin\"}",
                ProfileChanges.class);
    assertThat(changes).isEqualTo(new ProfileChanges("Ada"));
  }

  private static void assertRefused(String name) {
    assertThatThrownBy(() -> new ProfileChanges(name))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.type()).isEqualTo(ProblemType.VALIDATION_FAILED);
              assertThat(refusal.errors().getFirst().field()).isEqualTo("display_name");
            });
  }
}
