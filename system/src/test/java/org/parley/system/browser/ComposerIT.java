package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/** Where messages are written: its keys, what it completes, and what it never loses. */
@WithBrowsers
class ComposerIT {

  private final RunningSystem system;
  private final String room = Visitor.freshName("Slip");
  private final Screen ada;
  private final Locator composer;
  private final Keyboard keys;

  ComposerIT(RunningSystem system, Browsers browsers) {
    this.system = system;
    ada = browsers.signedUp("ada").createRoom(room);
    composer = ada.item("composer");
    keys = ada.page().keyboard();
    composer.focus();
  }

  @Test
  void shiftEnterBreaksTheLineAndEnterDoesSoInABlockOfCode() {
    keys.type("one");
    keys.press("Shift+Enter");
    keys.type("two");
    assertThat(composer).hasValue("one\ntwo");
    keys.press("Enter");
    assertThat(composer).hasValue("");

    keys.type("```");
    keys.press("Enter");
    keys.type("let a = 1");
    keys.press("Enter");
    keys.type("```");
    keys.press("Enter");
    assertThat(ada.item("message-content").last().locator("pre code")).hasText("let a = 1");
    assertThat(composer).hasValue("");
  }

  @Test
  void anInputMethodKeepsItsEnter() {
    keys.type("ni");
    for (String unfinished : new String[] {"isComposing: true", "keyCode: 229"}) {
      composer.evaluate(
          "area => area.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true,"
              + " cancelable: true, "
              + unfinished
              + "}))");
      assertThat(composer).hasValue("ni");
    }
    keys.press("Enter");
    ada.sees("ni");

    // As an input method composes: until it is done, the key is its own.
    CDPSession browser = ada.page().context().newCDPSession(ada.page());
    JsonObject composing = new JsonObject();
    composing.addProperty("text", "に");
    composing.addProperty("selectionStart", 1);
    composing.addProperty("selectionEnd", 1);
    browser.send("Input.imeSetComposition", composing);
    keys.press("Enter");
    assertThat(composer).hasValue(Pattern.compile("^に"));
    JsonObject done = new JsonObject();
    done.addProperty("text", "日本");
    browser.send("Input.insertText", done);
    assertThat(composer).hasValue(Pattern.compile("^日本"));
    keys.press("Enter");
    ada.sees("ni", "日本");
  }

  @Test
  void ctrlEnterSendsWhenOneLikesItSo() {
    ada.item("open-settings").click();
    ada.item("send-key-ctrl_enter").check();
    ada.item("close-settings").click();
    composer.focus();
    keys.type("one");
    keys.press("Enter");
    keys.type("two");
    keys.press("Control+Enter");
    assertThat(ada.item("message-content")).hasText("onetwo");
    assertThat(ada.item("message-content").locator("br")).hasCount(1);

    // What is written anew is saved with the same keys.
    assertThat(ada.item("message")).hasAttribute("data-state", "sent");
    keys.press("ArrowUp");
    assertThat(ada.item("message-editor")).isFocused();
    keys.press("Enter");
    keys.type("three");
    assertThat(ada.item("message-editor")).hasValue("one\ntwo\nthree");
    keys.press("Control+Enter");
    assertThat(ada.item("message-editor")).hasCount(0);
    assertThat(ada.item("message-content").locator("br")).hasCount(2);
    assertThat(composer).isFocused();
  }

  @Test
  void arrowUpEditsTheLastOfMineAndOnlyWhereNothingIsWritten() {
    ada.say("first of mine").say("last of mine").sees("first of mine", "last of mine");
    Visitor ben = Visitor.signUp(system, "ben");
    ben.join(ada.openRoomId());
    ben.say(ada.openRoomId(), "last of all");
    ada.sees("first of mine", "last of mine", "last of all");
    keys.type("some");
    keys.press("ArrowUp");
    assertThat(ada.item("message-editor")).hasCount(0);
    composer.fill("");
    keys.press("ArrowUp");
    assertThat(ada.item("message-editor")).isFocused();
    assertThat(ada.item("message-editor")).hasValue("last of mine");
    keys.press("Escape");
    assertThat(composer).isFocused();
    ada.sees("first of mine", "last of mine", "last of all");
  }

  @Test
  void marksGoAroundTheSelection() {
    keys.type("so bold");
    keys.press("Control+Shift+ArrowLeft");
    keys.press("Control+b");
    assertThat(composer).hasValue("so **bold**");
    keys.press("Control+b");
    assertThat(composer).hasValue("so bold");
    keys.press("Control+z");
    assertThat(composer).hasValue("so **bold**");
  }

  @Test
  void whatIsTooLongIsNotLostAndSaysByHowMuch() {
    // Each of these is two UTF-16 units, and one character to whoever counts.
    composer.fill("𝒜".repeat(4_000));
    assertThat(ada.item("send")).isEnabled();
    composer.fill("𝒜".repeat(4_003));
    assertThat(ada.item("composer-note")).containsText("3 characters too many");
    assertThat(ada.item("send")).isDisabled();
    keys.press("Enter");
    assertThat(ada.item("message")).hasCount(0);
    composer.fill("𝒜".repeat(4_000));
    keys.press("Enter");
    assertThat(ada.item("message")).hasAttribute("data-state", "sent");
  }

  @Test
  void aNameIsCompleted() {
    Visitor ben = Visitor.signUp(system, "benjamin");
    Visitor bert = Visitor.signUp(system, "bertram");
    for (Visitor visitor : new Visitor[] {ben, bert}) {
      visitor.join(ada.openRoomId());
    }
    keys.type("hello @be");
    assertThat(ada.item("completion")).hasCount(2);
    assertThat(composer).hasAttribute("aria-controls", "completions");
    // Nothing is chosen yet: Enter would send. Arrow keys choose, Enter then takes the choice.
    assertThat(composer).not().hasAttribute("aria-activedescendant", "completion-0");
    keys.press("ArrowDown");
    assertThat(composer).hasAttribute("aria-activedescendant", "completion-0");
    String chosen = ada.item("completion").first().locator("bdi").textContent();
    keys.press("Enter");
    assertThat(composer).hasValue("hello @" + chosen + " ");
    assertThat(ada.item("completions")).hasCount(0);

    keys.type("@ro");
    assertThat(ada.item("completion").first()).isVisible();
    keys.press("Tab");
    assertThat(composer).hasValue("hello @" + chosen + " @room ");

    keys.type("@be");
    assertThat(ada.item("completion")).hasCount(2);
    keys.press("Escape");
    assertThat(ada.item("completions")).hasCount(0);
    keys.type("r");
    assertThat(ada.item("completions")).hasCount(0);
    keys.type(" @be");
    assertThat(ada.item("completion")).hasCount(2);
    keys.press("Enter");
    ada.sees("hello @" + chosen + " @room @ber @be");
  }

  @Test
  void anEmojiIsCompletedAndPicked() {
    keys.type("ahoy :rock");
    assertThat(ada.item("completion").filter(new Locator.FilterOptions().setHasText("rocket")))
        .hasCount(1);
    keys.type("et");
    assertThat(ada.item("completion").first()).containsText("rocket");
    keys.press("ArrowDown");
    assertThat(composer).hasAttribute("aria-activedescendant", "completion-0");
    assertThat(ada.page().locator("#completion-0")).hasAttribute("aria-selected", "true");
    keys.press("Tab");
    assertThat(composer).hasValue("ahoy 🚀 ");
    keys.type("and :red_heart:");
    assertThat(composer).hasValue("ahoy 🚀 and ❤️");
    composer.fill("ahoy ");

    ada.item("pick-emoji").click();
    assertThat(ada.item("emoji-search")).isFocused();
    ada.item("emoji-search").fill("anchor");
    assertThat(ada.item("emoji").first()).hasAttribute("data-emoji", "⚓");
    keys.press("ArrowDown");
    assertThat(ada.item("emoji").first()).isFocused();
    keys.press("Enter");
    assertThat(composer).hasValue("ahoy ⚓");
    assertThat(composer).isFocused();
    assertThat(ada.item("emoji-dialog")).hasCount(0);
  }

  @Test
  void aDraftSurvivesAReloadAndAnotherRoom() {
    keys.type("a thought");
    String other = Visitor.freshName("Elsewhere");
    ada.createRoom(other);
    assertThat(composer).hasValue("");
    ada.openRoom(room);
    assertThat(composer).hasValue("a thought");
    Stash.awaitKept(ada, "a thought");
    ada.reload().openRoom(room);
    assertThat(composer).hasValue("a thought");
  }
}
