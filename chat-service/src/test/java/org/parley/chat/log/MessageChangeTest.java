package org.parley.chat.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.chat.identity.Person;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

class MessageChangeTest {

  private static final Person ALICE = new Person(7, "alice");

  @ParameterizedTest
  @ValueSource(strings = {"👍", "❤️", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", ":tada:", "1", "+1"})
  void takesEmojiAndShortWords(String emoji) {
    assertThat(react(emoji).emoji()).isEqualTo(emoji);
  }

  @Test
  void countsCodePoints() {
    assertThat(react("😀".repeat(32)).emoji()).hasSize(64);
    assertRefused(() -> react("😀".repeat(33)), "emoji", "A reaction has 1 to 32 characters.");
    assertRefused(() -> react(""), "emoji", "A reaction has 1 to 32 characters.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ", "a b", "a\n", "\t", "\u00a0", "\u2003", "\u0000", "\u007f", "\u0085", "\uD83D"
      })
  void refusesWhatDoesNotShow(String emoji) {
    assertRefused(
        () -> react(emoji), "emoji", "A reaction has neither white space nor control characters.");
  }

  @Test
  void anEditHasTheRulesOfASend() {
    assertThat(edit("x".repeat(4_000)).content()).hasSize(4_000);
    assertRefused(() -> edit(" \n"), "content", "A message needs some text.");
    assertRefused(
        () -> edit("x".repeat(4_001)), "content", "A message has at most 4000 characters.");
    assertRefused(
        () -> edit("a\u0000"), "content", "The message has characters that cannot be stored.");
  }

  @Test
  void keepsItsContentOutOfLogs() {
    assertThat(edit("secret").toString()).doesNotContain("secret").contains("roomId=3", "seq=42");
  }

  private static MessageChange.React react(String emoji) {
    return new MessageChange.React(ALICE, 3, 42, emoji, true);
  }

  private static MessageChange.Edit edit(String content) {
    return new MessageChange.Edit(ALICE, 3, 42, content);
  }

  private static void assertRefused(ThrowingCallable change, String field, String detail) {
    assertThatThrownBy(change)
        .hasMessage(detail)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION_FAILED);
              assertThat(problem.errors().getFirst().field()).isEqualTo(field);
            });
  }
}
