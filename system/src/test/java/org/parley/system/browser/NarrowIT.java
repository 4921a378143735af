package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/** A window of 320 pixels: a small phone, or 400 % on a desktop. */
@WithBrowsers
class NarrowIT {

  private final RunningSystem system;
  private final Browsers browsers;

  NarrowIT(RunningSystem system, Browsers browsers) {
    this.system = system;
    this.browsers = browsers;
  }

  @Test
  void nothingIsWiderThanAWindowOf320Pixels() {
    String room = Visitor.freshName("Averylongnamewithoutasinglespaceinit");
    Screen ada = browsers.open(320, 640);
    assertThat(ada.item("signin-submit")).isVisible();
    fits(ada, "sign in");
    ada.item("switch-to-signup").click();
    assertThat(ada.item("signup-submit")).isVisible();
    fits(ada, "sign up");
    ada.signUpHere(Visitor.freshName("ada"));
    fits(ada, "welcome");
    ada.item("create-room").click();
    assertThat(ada.item("create-room-name")).isFocused();
    fits(ada, "create");
    ada.item("create-room-name").fill(room);
    ada.item("create-room-submit").click();
    assertThat(ada.item("composer")).isVisible();
    ada.say("x".repeat(300)).sees("x".repeat(300));
    fits(ada, "room");
    ada.item("show-members").click();
    dialogFits(ada, "members");
    ada.page().keyboard().press("Control+k");
    dialogFits(ada, "switcher");
    ada.page().keyboard().press("Control+/");
    dialogFits(ada, "keys");
    ada.item("back").click();
    assertThat(ada.item("browse-rooms")).isVisible();
    fits(ada, "list");
    ada.item("browse-rooms").click();
    dialogFits(ada, "browse");
    for (String language : List.of("en", "de", "zh", "ar")) {
      ada.item("open-settings").click();
      ada.item("language").selectOption(language);
      assertThat(ada.page().locator("html")).hasAttribute("lang", language);
      fits(ada, "settings in " + language);
      ada.item("close-settings").click();
    }
  }

  /** What a keyboard and a browser's bars take away is no part of the window. */
  @Test
  void whatIsWrittenStaysInAWindowThatGetsLower() {
    Screen ada = browsers.open(320, 640).signUp(Visitor.freshName("ada"));
    ada.createRoom(Visitor.freshName("Harbour"));
    for (int height : List.of(640, 360, 500)) {
      ada.page().setViewportSize(320, height);
      ada.page().waitForCondition(() -> ada.page().evaluate("innerHeight").equals(height));
      BoundingBox composer = ada.item("composer").boundingBox();
      assertThat(composer.y + composer.height).isBetween(height - 80.0, (double) height);
      assertThat(ada.page().evaluate("document.documentElement.scrollHeight")).isEqualTo(height);
    }
    // Bars come and go in no browser of a test: that they count is for the unit to say.
    assertThat(ada.page().locator("parley-app").evaluate(HEIGHT_ASKED_FOR)).isEqualTo("100dvh");
  }

  private static void dialogFits(Screen screen, String where) {
    assertThat(screen.page().locator("dialog[open]")).isVisible();
    fits(screen, where);
    screen.closeDialog();
  }

  @Test
  void norIsAnyScreenThereIs() {
    Screen ada = browsers.open(320, 640);
    new Tour(system, ada, where -> fits(ada, where)).everything();
  }

  private static void fits(Screen screen, String where) {
    assertThat(screen.page().evaluate(WIDEST)).as(where).isEqualTo(320);
  }

  private static final String HEIGHT_ASKED_FOR =
      """
      (app) => app.shadowRoot.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules])
        .filter((rule) => rule.selectorText === ':host').map((rule) => rule.style.height).join(' ')
      """;

  /** How far anything that is shown reaches, or could be scrolled to, sideways. */
  private static final String WIDEST =
      """
      () => {
        let widest = Math.max(document.documentElement.scrollWidth, innerWidth);
        const look = (root) => root.querySelectorAll('*').forEach((element) => {
          const { overflowX } = getComputedStyle(element);
          if (overflowX === 'auto' || overflowX === 'scroll') {
            widest = Math.max(widest, innerWidth + element.scrollWidth - element.clientWidth);
          }
          if (element.shadowRoot) {
            look(element.shadowRoot);
          }
        });
        look(document);
        return widest;
      }
      """;
}
