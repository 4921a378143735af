package org.parley.chat.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionedNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@ada | ada",
        "Hello @Ada, and @BEN! | ada ben",
        "(@ada) @room: tea? | ada room",
        "@ada @ADA @ada | ada",
        "ask @ada.lovelace or @ben-2_x | ada.lovelace ben-2_x",
        "say it to @ada. Or to @ben... | ada. ada ben... ben.. ben. ben",
        "日本語 @ada 日本語 | ada",
        "**@ada** _@ben_ | ada ben_ ben",
      })
  void readsNamesInSmallLetters(String content, String names) {
    assertThat(MentionedNames.in(content)).isEqualTo(names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "@",
        "@ ada",
        "@ab",
        "mail ada@example.org",
        "über@ada",
        "1@ada",
        "@adaé",
        "@@ada",
        "@ada@example.org",
        "@-ada",
        "@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      })
  void seesNoNameInOtherWords(String content) {
    assertThat(MentionedNames.in(content)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`@ada`",
        "say ``x ` @ada`` now",
        "`a\n@ada`",
        "```\n@ada\n```",
        "```java\n@Override\n```\n",
        "~~~\n@ada\n```\n@ada\n~~~~",
        "   ```\n@ada",
        "````\n```\n@ada\n````",
      })
  void seesNoNameInCode(String content) {
    assertThat(MentionedNames.in(content)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`x` @ada `y`",
        "a ` b @ada",
        "`` x ` @ada",
        "`open\n\n@ada`",
        "```\ncode\n```\n@ada",
        "``` @ada ``",
        "    ```\n@ada",
        "~~ @ada ~~",
        "`open\n```\ncode\n```\n@ada`",
        "`x`@ada",
      })
  void seesNamesBesideCode(String content) {
    assertThat(MentionedNames.in(content)).isEqualTo("ada");
  }

  @Test
  void listsNoMoreThanSomebodyMeans() {
    String all =
        IntStream.range(0, 60).mapToObj(i -> "@person" + i).collect(Collectors.joining(" "));
    assertThat(MentionedNames.in(all).split(" ")).hasSize(MentionedNames.MOST);
    assertThat(MentionedNames.in("@aaa" + ".".repeat(40)).split(" ")).hasSize(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"@", "@a", "`", "` ", "``` ", "~~~\n", "```\n", "@aaa.", "`@aaa\n\n"})
  void isNotHeldUpByWhatIsMadeToHoldIt(String part) {
    String longest = part.repeat(4_000 / part.length()) + "@";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(String.valueOf(MentionedNames.in(longest))).isNotEmpty());
  }

  @Test
  void storedMentionsKeepEverybodyApart() {
    Mentions both = Mentions.of(new Long[] {0L, 7L, 9L});
    assertThat(both.shownUserIds()).containsExactly(7L, 9L);
    assertThat(both.shownRoom()).isTrue();
    assertThat(Mentions.of(null).shownUserIds()).isNull();
    assertThat(Mentions.of(new Long[] {7L}).shownRoom()).isNull();
  }
}
