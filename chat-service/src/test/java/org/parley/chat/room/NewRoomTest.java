package org.parley.chat.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.FieldProblem;
import org.parley.contract.ProblemException;

class NewRoomTest {

  @Test
  void isPublicAndUndescribedUnlessItSaysSo() {
    assertThat(new NewRoom("Tea", null, null)).isEqualTo(new NewRoom("Tea", "", "public"));
    assertThat(new NewRoom("Tea", "hot", "private").type()).isEqualTo("private");
  }

  @Test
  void losesTheSpaceAroundItsWords() {
    assertThat(new NewRoom("  Tea room ", "\nhot ", "public"))
        .isEqualTo(new NewRoom("Tea room", "hot", "public"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "\u2003"})
  void needsAName(String name) {
    assertThat(refused(name, "", "public")).containsExactly("name");
  }

  @Test
  void countsCodePoints() {
    assertThat(new NewRoom("😀".repeat(80), "😀".repeat(500), "public").name()).hasSize(160);
    assertThat(refused("😀".repeat(81), "", "public")).containsExactly("name");
    assertThat(refused("x", "x".repeat(501), "public")).containsExactly("description");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "\uD83D", "a\uDE00"})
  void refusesWhatPostgresCannotStore(String text) {
    assertThat(refused(text, text, "public")).containsExactly("name", "description");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PUBLIC", "secret", " public"})
  void isPublicOrPrivate(String type) {
    assertThat(refused("Tea", "", type)).containsExactly("type");
  }

  @Test
  void namesEveryWrongFieldAtOnce() {
    assertThat(refused("", "x".repeat(501), "secret"))
        .containsExactly("name", "description", "type");
  }

  @Test
  void hasNoNameWhenItIsDirectButSomebody() {
    NewRoom room = new NewRoom(null, null, "direct", 8L);
    assertThat(room.isDirect()).isTrue();
    assertThat(room.name()).isEmpty();
    assertThat(refused("Tea", "", "direct")).containsExactly("user_id");
  }

  private static List<String> refused(String name, String description, String type) {
    ProblemException[] refusal = new ProblemException[1];
    assertThatThrownBy(() -> new NewRoom(name, description, type))
        .isInstanceOfSatisfying(ProblemException.class, thrown -> refusal[0] = thrown);
    return refusal[0].errors().stream().map(FieldProblem::field).toList();
  }
}
