package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/** How messages are shown: markdown and nothing but, mentions, and what they answer. */
@WithBrowsers
class ContentIT {

  private final RunningSystem system;
  private final String room = Visitor.freshName("Mole");
  private final Screen ada;
  private final Locator content;
  private int said;

  ContentIT(RunningSystem system, Browsers browsers) {
    this.system = system;
    ada = browsers.signedUp("ada").createRoom(room);
    content = ada.item("message-content").last();
  }

  @Test
  void markdownIsShown() {
    say("# Plan\n\n1. *ropes*\n2. ~~paint~~\n\n> soon\n\n| a | b |\n|--|:-:|\n| 1 | 2 |");
    assertThat(content.locator("strong")).hasText("Plan");
    assertThat(content.locator("h1")).hasCount(0);
    assertThat(content.locator("li")).hasText(new String[] {"ropes", "paint"});
    assertThat(content.locator("blockquote")).hasText("soon");
    assertThat(content.locator("td.to-center")).hasText("2");
    say("🎉");
    assertThat(content.locator(".large")).hasText("🎉");
  }

  @Test
  void linksLeadOutsideAndTellNothingOfUs() {
    say("see https://example.org/a and [words](https://example.org/b) [no](javascript:alert(1))");
    assertThat(content.locator("a")).hasCount(2);
    for (Locator link : content.locator("a").all()) {
      assertThat(link).hasAttribute("target", "_blank");
      assertThat(link).hasAttribute("rel", "noopener noreferrer nofollow");
    }
    assertThat(content.locator("a").last()).hasAttribute("title", "https://example.org/b");
    assertThat(content).containsText("[no](javascript:alert(1))");
    say("![picture](https://example.org/x.png)");
    assertThat(content.locator("img")).hasCount(0);
  }

  @Test
  void codeIsCopied() {
    BrowserContext profile = ada.page().context();
    profile.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    say("```\nlet a = '<b>';\n```");
    content.getByTestId("copy-code").focus();
    ada.page().keyboard().press("Enter");
    assertThat(content.locator("[role=status]")).hasText("Copied");
    assertThat(ada.page().evaluate("navigator.clipboard.readText()")).isEqualTo("let a = '<b>';\n");
  }

  @Test
  void whatIsNestedWithoutEndIsShownAsTyped() {
    String bomb = "> ".repeat(1_900) + "deep";
    say(bomb);
    assertThat(content).containsText("deep");
    assertThat(content.locator("blockquote")).hasCount(0);
    String table = "|a".repeat(500) + "|\n" + "|-".repeat(500) + "|\n" + "|\n".repeat(900);
    say(table);
    assertThat(content.locator("td")).hasCount(0);
    say("still **here**");
    assertThat(content.locator("strong")).hasText("here");
  }

  @Test
  void mentionsAndAnswersAreShown() {
    Visitor ben = Visitor.signUp(system, "ben");
    long roomId = ada.openRoomId();
    ben.join(roomId);
    ben.say(roomId, "Who has **the keys**?");
    ada.sees("Who has the keys?");
    String answer = "I have, @" + ben.username() + ", `@" + ben.username() + "`";
    ben.api().post("/api/v1/messages", Map.of("room_id", roomId, "content", answer, "reply_to", 1));
    assertThat(content.locator(".mention")).hasText("@" + ben.username());
    assertThat(ada.item("message").last().getByTestId("quote")).containsText("Who has the keys?");
  }

  /** Past the keyboard's way with lines; what is looked at from then on is this. */
  private void say(String text) {
    ada.item("composer").fill(text);
    ada.item("send").click();
    assertThat(ada.item("composer")).hasValue("");
    said++;
    assertThat(ada.page().locator("[data-testid=message][data-state=sent]")).hasCount(said);
  }
}
