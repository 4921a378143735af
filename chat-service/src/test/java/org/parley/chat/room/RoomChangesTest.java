package org.parley.chat.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.contract.FieldProblem;
import org.parley.contract.ProblemException;

class RoomChangesTest {

  @Test
  void leavesWhatIsAbsentAndTakesTheSpaceAroundTheRest() {
    assertThat(new RoomChanges(null, " green tea\n", null))
        .isEqualTo(new RoomChanges(null, "green tea", null));
    assertThat(new RoomChanges(null, "", "").topic()).as("none").isEmpty();
  }

  @Test
  void isCheckedAsANewRoomIs() {
    assertThat(new RoomChanges("😀".repeat(80), "😀".repeat(250), "x".repeat(500)).topic())
        .hasSize(500);
    assertThatThrownBy(() -> new RoomChanges(" ", "x".repeat(251), "a\u0000b"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal ->
                assertThat(refusal.errors())
                    .extracting(FieldProblem::field)
                    .containsExactly("name", "topic", "description"));
  }
}
