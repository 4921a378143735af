package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Visitor;

/** The front door: signing in and up, what it costs to get here, and the first minute inside. */
@WithBrowsers
class EntryIT {

  /** Of everything the first screen needs, compressed. */
  private static final int FIRST_LOAD_BYTES = 150_000;

  private final Browsers browsers;

  EntryIT(Browsers browsers) {
    this.browsers = browsers;
  }

  @Test
  void whoeverBeganInTheWrongFormGoesOnInTheOtherOne() {
    Screen visitor = browsers.open();
    visitor.item("signin-login").fill("ada@example.org");
    visitor.item("signin-password").fill(Screen.PASSWORD);
    visitor.item("switch-to-signup").click();
    assertThat(visitor.item("signup-username")).isFocused();
    assertThat(visitor.item("signup-email")).hasValue("ada@example.org");
    assertThat(visitor.item("signup-password")).hasValue(Screen.PASSWORD);
    visitor.item("signup-username").fill("ada");
    visitor.item("switch-to-signin").click();
    assertThat(visitor.item("signin-login")).hasValue("ada@example.org");
    visitor.item("switch-to-signup").click();
    assertThat(visitor.item("signup-username")).hasValue("ada");
  }

  @Test
  void thePasswordCanBeShownAndCapsLockIsTold() {
    Screen visitor = browsers.open();
    visitor.item("signin-password").fill(Screen.PASSWORD);
    assertThat(visitor.item("signin-password")).hasAttribute("type", "password");
    visitor.item("signin-password-show").click();
    assertThat(visitor.item("signin-password")).hasAttribute("type", "text");
    assertThat(visitor.item("signin-password")).hasValue(Screen.PASSWORD);
    visitor.item("signin-password-show").click();
    assertThat(visitor.item("signin-password")).hasAttribute("type", "password");

    assertThat(visitor.item("caps-lock")).isEmpty();
    visitor
        .item("signin-password")
        .evaluate(
            "input => input.dispatchEvent(new KeyboardEvent('keydown',"
                + " {key: 'A', bubbles: true, composed: true, modifierCapsLock: true}))");
    assertThat(visitor.item("caps-lock")).hasText("Caps Lock is on.");
    assertThat(visitor.item("signin-password"))
        .hasAttribute("aria-describedby", visitor.item("caps-lock").getAttribute("id"));
  }

  @Test
  void passwordKeepersFindTheirFieldsAndErrorsBelongToTheirs() {
    Screen visitor = browsers.open();
    assertThat(visitor.item("signin-login")).hasAttribute("autocomplete", "username");
    assertThat(visitor.item("signin-password")).hasAttribute("autocomplete", "current-password");
    visitor.item("switch-to-signup").click();
    assertThat(visitor.item("signup-username")).hasAttribute("autocomplete", "username");
    assertThat(visitor.item("signup-email")).hasAttribute("autocomplete", "email");
    assertThat(visitor.item("signup-password")).hasAttribute("autocomplete", "new-password");
    // The rule is there before anybody broke it.
    assertThat(visitor.item("signup-password"))
        .hasAccessibleDescription("At least 8 characters, and not one that everybody uses.");

    visitor.item("signup-username").fill("a");
    visitor.item("signup-email").fill("nobody");
    visitor.item("signup-password").fill(Screen.PASSWORD);
    visitor.item("signup-submit").click();
    assertThat(visitor.item("signup-username")).hasAttribute("aria-invalid", "true");
    assertThat(visitor.item("signup-username")).isFocused();
    assertThat(visitor.item("signup-email")).hasAttribute("aria-invalid", "true");
    assertThat(visitor.item("signup-password")).hasAttribute("aria-invalid", "false");
    assertThat(visitor.item("signup-password")).hasValue(Screen.PASSWORD);
    visitor.signUpHere(Visitor.freshName("ada"));
  }

  /**
   * Beside the form that is two clicks, one of them to the form; nothing else is needed to talk.
   */
  @Test
  void somebodyNewIsOneClickFromARoom() {
    String room = Visitor.freshName("Harbour");
    String name = Visitor.freshName("ada");
    browsers.signedUp("ben").createRoom(room);
    Screen ada = browsers.open();
    Keyboard keys = ada.page().keyboard();
    ada.item("switch-to-signup").click();
    assertThat(ada.item("signup-username")).isFocused();
    keys.type(name);
    keys.press("Tab");
    keys.type(name + "@example.org");
    keys.press("Tab");
    keys.type(Screen.PASSWORD);
    keys.press("Enter");
    ada.item("welcome-join").first().click();
    assertThat(ada.item("composer")).isFocused();
    // Whichever room that is; others may have said something in it.
    String hello = Visitor.freshName("Hello");
    keys.type(hello);
    keys.press("Enter");
    assertThat(ada.item("message-content").last()).hasText(hello);
  }

  @Test
  void whoSignsOutWithoutANetworkIsSignedOut() {
    Screen ada = browsers.signedUp("ada");
    ada.page().route("**/users/logout", Route::abort);
    ada.item("sign-out").click();
    assertThat(ada.item("signin-login")).isVisible();
    ada.page().unroute("**/users/logout");
    for (int i = 0; i < 2; i++) {
      ada.page().reload();
      assertThat(ada.item("signin-login")).isVisible();
    }
  }

  @Test
  void theFirstLoadIsSmall() {
    Screen visitor = browsers.open(); // one that was never here, and keeps nothing of it
    assertThat(visitor.item("signin-submit")).isVisible();
    assertThat(visitor.bytesLoaded()).isBetween(10_000, FIRST_LOAD_BYTES);
  }
}
