package org.parley.chat.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.chat.identity.Person;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

class NewMessageTest {

  private static final Person ALICE = new Person(7, "alice");

  @ParameterizedTest
  @ValueSource(strings = {"a", "  kept as it is \n", "😀", "\uFFFF", "\u202Eright to left", "‎x"})
  void takesTextAsItIs(String content) {
    assertThat(message(content).content()).isEqualTo(content);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", " \n\t ", "\u2003"})
  void refusesNothingButWhiteSpace(String content) {
    assertRefused(content, "A message needs some text.");
  }

  @Test
  void countsCodePointsNotHalves() {
    assertThat(message("😀".repeat(4_000)).content()).hasSize(8_000);
    assertRefused("😀".repeat(4_000) + "x", "A message has at most 4000 characters.");
    assertThat(message("x".repeat(4_000)).content()).hasSize(4_000);
    assertRefused("x".repeat(4_001), "A message has at most 4000 characters.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "\u0000", "a\uD83D", "\uD83Da", "\uDE00", "a\uDE00\uD83D"})
  void refusesWhatPostgresCannotStore(String content) {
    assertRefused(content, "The message has characters that cannot be stored.");
  }

  @Test
  void getsAnIdOfOursWhenTheSenderGaveNone() {
    UUID given = UUID.randomUUID();
    assertThat(NewMessage.received(ALICE, 3, given, "a").clientMsgId()).isEqualTo(given);
    assertThat(NewMessage.received(ALICE, 3, null, "a").clientMsgId())
        .isNotNull()
        .isNotEqualTo(NewMessage.received(ALICE, 3, null, "a").clientMsgId());
  }

  @Test
  void keepsItsContentOutOfLogs() {
    assertThat(message("secret").toString()).doesNotContain("secret").contains("roomId=3");
  }

  private static NewMessage message(String content) {
    return new NewMessage(ALICE, 3, new UUID(0, 1), content);
  }

  private static void assertRefused(String content, String detail) {
    assertThatThrownBy(() -> message(content))
        .hasMessage(detail)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION_FAILED);
              assertThat(problem.errors().getFirst().field()).isEqualTo("content");
            });
  }
}
