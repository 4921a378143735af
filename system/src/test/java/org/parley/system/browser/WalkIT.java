package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.parley.contract.golden.GoldenFile;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/** A first hour with Parley by keys alone, as it sounds: docs/accessibility-walk.md. */
@WithBrowsers
class WalkIT {

  private static final Path LIVE_REGIONS = Path.of("src/test/resources/browser/live-regions.js");

  private static final String INTRODUCTION =
      """
      # A walk through Parley by keyboard

      Written by `WalkIT`, which uses keys and nothing else, on a desktop and in English. Of every step it notes what has the focus
      (role, name and state in Chromium's accessibility tree; in brackets its description) and what live regions say meanwhile
      (polite or assertive; a text that changes in a region, or an alert that appears). It fails when that is anything else than
      here, and writes this file anew with `-Dparley.golden.rewrite=true`. **No screen reader was used**: this is what the page
      gives to one, not what one makes of it.
      """;

  private final RunningSystem system;
  private final String room = Visitor.freshName("Harbour");
  private final String name = Visitor.freshName("ada");
  private final Screen ada;
  private final Walk walk;

  WalkIT(RunningSystem system, Browsers browsers) {
    this.system = system;
    ada =
        browsers.open(
            new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale("en-US"));
    ada.page().addInitScript(LIVE_REGIONS);
    ada.page().reload();
    assertThat(ada.item("signin-login")).isFocused();
    walk = new Walk(ada).call(room, "Harbour").call(name, "ada");
  }

  private Locator item(String testId) {
    return ada.item(testId);
  }

  private Locator message(int seq) {
    return ada.page().locator("[data-testid=message][data-seq='" + seq + "']");
  }

  @Test
  void isAsTheDocumentSays() throws IOException {
    signUp();
    Visitor ben = Visitor.signUp(system, "ben");
    walk.call(ben.username(), "ben");
    createARoom();
    talk(ben);
    answerAndEdit();
    goElsewhere();
    settings();
    new GoldenFile(Path.of("..", "docs", "accessibility-walk.md"))
        .assertSays(INTRODUCTION + walk.text());
  }

  private Locator roomNamed(String called) {
    return item("room-name").filter(new Locator.FilterOptions().setHasText(called));
  }

  private Locator sent(int seq) {
    return ada.page().locator("[data-testid=message][data-seq='" + seq + "'][data-state=sent]");
  }

  private void signUp() {
    walk.chapter("Sign up");
    walk.press("Tab", item("signin-password"));
    walk.press("Tab", item("signin-password-show"));
    walk.press("Tab", item("signin-submit"));
    walk.press("Tab", item("switch-to-signup"));
    walk.press("Enter", item("signup-username"));
    walk.type("a", item("signup-username"));
    walk.press("Tab", item("signup-email"));
    walk.type(name + "@example.org", item("signup-email"));
    walk.press("Tab", item("signup-password"));
    walk.type(Screen.PASSWORD, item("signup-password"));
    walk.press("Enter", item("signup-username"), item("form-error").first());
    walk.press("Control+a", item("signup-username"));
    walk.type(name, item("signup-username"));
    walk.press("Enter", ada.page().locator("main"), item("welcome-create"));
    ada.awaitLive();
  }

  private void createARoom() {
    walk.chapter("Create a room");
    walk.press("Shift+Tab", item("sign-out"));
    walk.press("Shift+Tab", item("open-settings"));
    walk.press("Shift+Tab", item("browse-rooms"));
    walk.press("Shift+Tab", item("create-room"));
    walk.press("Enter", item("create-room-name"));
    walk.type(room, item("create-room-name"));
    walk.press("Enter", item("composer"), roomNamed(room));
  }

  private void talk(Visitor ben) {
    walk.chapter("Say something, and be answered");
    walk.type("Is the ferry late?", item("composer"));
    walk.press("Enter", item("composer"), sent(1));
    long id = ada.openRoomId();
    ben.join(id);
    walk.meanwhile(
        "ben answers",
        () -> {
          ben.say(id, "Twenty minutes, @" + name);
          assertThat(item("announcer")).containsText("Twenty minutes");
        },
        item("composer"),
        sent(2));
    walk.type("Is it :fog", item("composer"), item("completion").first());
    walk.press("ArrowDown", item("composer"));
    walk.press("Enter", item("composer"));
    walk.press("Enter", item("composer"), sent(3));
  }

  private void answerAndEdit() {
    walk.chapter("Answer a message, and edit mine");
    walk.press("Shift+Tab", message(3).getByTestId("message-more"));
    walk.press("Shift+Tab", message(3));
    walk.press("ArrowUp", message(2));
    walk.press("Enter", item("react").first());
    walk.press("ArrowDown", item("message-reply"));
    walk.press("Enter", item("composer"), item("answering"));
    walk.type("Thanks", item("composer"));
    walk.press("Enter", item("composer"), sent(4));
    walk.press("ArrowUp", item("message-editor"));
    walk.type(", ben", item("message-editor"));
    walk.press("Enter", item("composer"), message(4).getByTestId("edited"));
    item("skip").focus();
    walk.stops("in a room");
  }

  private void goElsewhere() {
    String other = Visitor.freshName("Lighthouse");
    walk.call(other, "Lighthouse");
    walk.chapter("Another room, and back");
    item("create-room").focus();
    walk.press("Enter", item("create-room-name"));
    walk.type(other, item("create-room-name"));
    walk.press("Enter", item("composer"), roomNamed(other));
    walk.press("Control+k", item("switcher-query"));
    walk.type("harb", item("switcher-query"));
    walk.press("Enter", item("composer"), roomNamed(room));
    walk.press("Alt+ArrowDown", item("composer"), roomNamed(other));
    walk.press("Control+/", ada.page().locator("parley-dialog dialog button"));
    walk.press("Escape", item("composer"));
  }

  private void settings() {
    walk.chapter("Settings");
    item("open-settings").focus();
    walk.press("Enter", ada.page().locator("parley-settings h1"), item("device"));
    walk.press("Tab", item("theme-system"));
    walk.press("ArrowDown", item("theme-light"));
    walk.press("Tab", item("language"));
    item("close-settings").focus();
    walk.stops("in the settings");
    item("close-settings").focus();
    walk.press("Enter", item("composer"));
  }
}
