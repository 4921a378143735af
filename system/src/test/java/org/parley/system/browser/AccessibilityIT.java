package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/**
 * Every screen and dialog, looked at by axe: WCAG 2.2 AA and good practice, with no violation let
 * pass.
 */
@WithRunningSystem
class AccessibilityIT {

  private static final String PASSWORD = "a long enough pass phrase";

  /** Fewer would mean that a screen was left out. */
  private static final int SCREENS = 14;

  private static final List<String> THEMES = List.of("light", "dark", "contrast");

  private final RunningSystem system;
  private Chromium chromium;

  AccessibilityIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeEach
  void startChromium() {
    chromium = Chromium.start();
  }

  @AfterEach
  void stopChromium() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void everyScreenOnADesktop() {
    everyScreen("desktop", THEMES, new Browser.NewContextOptions().setViewportSize(1280, 800));
  }

  @Test
  void everyScreenOnAPhone() {
    everyScreen(
        "phone",
        THEMES,
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setHasTouch(true)
            .setIsMobile(true));
  }

  @Test
  void everyScreenFromTheRight() {
    everyScreen(
        "arabic",
        List.of("light"),
        new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale("ar"));
  }

  private void everyScreen(String device, List<String> themes, Browser.NewContextOptions options) {
    // A colour on its way to another is neither.
    options.setReducedMotion(ReducedMotion.REDUCE);
    String room = Visitor.freshName("Harbour");
    try (Screen ada = Screen.open(chromium.browser(), system.origin("/"), options);
        Axe axe = new Axe(ada.page(), device, themes)) {
      axe.look("sign in");
      ada.item("switch-to-signup").click();
      axe.look("sign up");
      ada.item("signup-username").fill(Visitor.freshName("ada"));
      ada.item("signup-email").fill("nobody");
      ada.item("signup-password").fill("password");
      ada.item("signup-submit").click();
      assertThat(ada.item("form-error").first()).isVisible();
      axe.look("sign up, refused");
      ada.signUpHere(Visitor.freshName("ada"), PASSWORD);
      axe.look("welcome");
      ada.item("create-room").click();
      assertThat(ada.item("create-room-name")).isFocused();
      axe.look("new room");
      ada.item("create-room-name").fill(room);
      ada.item("create-room-submit").click();
      assertThat(ada.item("composer")).isVisible();
      axe.look("empty room");
      ada.say("Is anybody out there?").sees("Is anybody out there?");
      ada.react("Is anybody out there?", "👍").seesReactions("Is anybody out there?", "👍 1");
      axe.look("room");
      ada.item("show-members").click();
      assertThat(ada.item("member")).hasCount(1);
      axe.look("members");
      ada.closeDialog();
      ada.page().keyboard().press("Control+k");
      assertThat(ada.item("switcher-query")).isFocused();
      ada.page().keyboard().type("harbour");
      axe.look("switcher");
      ada.closeDialog();
      ada.page().keyboard().press("Control+/");
      assertThat(ada.item("key-sheet")).isVisible();
      axe.look("keys");
      ada.closeDialog();
      if (ada.item("back").isVisible()) {
        ada.item("back").click();
      }
      axe.look("rooms");
      ada.item("browse-rooms").click();
      ada.item("browse-query").fill(room);
      assertThat(ada.item("open-room")).hasCount(1);
      axe.look("browse");
      ada.closeDialog();
      ada.item("open-settings").click();
      assertThat(ada.item("device")).hasCount(1);
      axe.look("settings");
      ada.item("delete-account").click();
      assertThat(ada.item("deletion-password")).isFocused();
      axe.look("delete account");

      assertThat(axe.violations()).isEmpty();
      assertThat(axe.looks()).isEqualTo(SCREENS * themes.size());
      assertThat(ada.complaints()).isEmpty();
    }
  }
}
