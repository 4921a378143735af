package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** The front door: signing in and up, what it costs to get here, and the first minute inside. */
@WithRunningSystem
class EntryIT {

  private static final String PASSWORD = "a long enough pass phrase";

  /** Of everything the first screen needs, compressed. */
  private static final int FIRST_LOAD_BYTES = 150_000;

  private final RunningSystem system;
  private Chromium chromium;

  EntryIT(RunningSystem system) {
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

  private Screen open() {
    return Screen.open(chromium.browser(), system.origin("/"));
  }

  @Test
  void whoeverBeganInTheWrongFormGoesOnInTheOtherOne() {
    try (Screen visitor = open()) {
      visitor.item("signin-login").fill("ada@example.org");
      visitor.item("signin-password").fill(PASSWORD);
      visitor.item("switch-to-signup").click();
      assertThat(visitor.item("signup-username")).isFocused();
      assertThat(visitor.item("signup-email")).hasValue("ada@example.org");
      assertThat(visitor.item("signup-password")).hasValue(PASSWORD);
      visitor.item("signup-username").fill("ada");
      visitor.item("switch-to-signin").click();
      assertThat(visitor.item("signin-login")).hasValue("ada@example.org");
      visitor.item("switch-to-signup").click();
      assertThat(visitor.item("signup-username")).hasValue("ada");
    }
  }

  @Test
  void thePasswordCanBeShownAndCapsLockIsTold() {
    try (Screen visitor = open()) {
      visitor.item("signin-password").fill(PASSWORD);
      assertThat(visitor.item("signin-password")).hasAttribute("type", "password");
      visitor.item("signin-password-show").click();
      assertThat(visitor.item("signin-password")).hasAttribute("type", "text");
      assertThat(visitor.item("signin-password")).hasValue(PASSWORD);
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
  }

  @Test
  void passwordKeepersFindTheirFieldsAndErrorsBelongToTheirs() {
    try (Screen visitor = open()) {
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
      visitor.item("signup-password").fill(PASSWORD);
      visitor.item("signup-submit").click();
      assertThat(visitor.item("signup-username")).hasAttribute("aria-invalid", "true");
      assertThat(visitor.item("signup-username")).isFocused();
      assertThat(visitor.item("signup-email")).hasAttribute("aria-invalid", "true");
      assertThat(visitor.item("signup-password")).hasAttribute("aria-invalid", "false");
      assertThat(visitor.item("signup-password")).hasValue(PASSWORD);
      visitor.signUpHere(Visitor.freshName("ada"), PASSWORD);
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  /**
   * Beside the form that is two clicks, one of them to the form; nothing else is needed to talk.
   */
  @Test
  void somebodyNewIsOneClickFromARoom() {
    String room = Visitor.freshName("Harbour");
    String name = Visitor.freshName("ada");
    try (Screen ben = open().signUp(Visitor.freshName("ben"), PASSWORD).createRoom(room);
        Screen ada = open()) {
      Keyboard keys = ada.page().keyboard();
      ada.item("switch-to-signup").click();
      assertThat(ada.item("signup-username")).isFocused();
      keys.type(name);
      keys.press("Tab");
      keys.type(name + "@example.org");
      keys.press("Tab");
      keys.type(PASSWORD);
      keys.press("Enter");
      ada.item("welcome-join").first().click();
      assertThat(ada.item("composer")).isFocused();
      // Whichever room that is; others may have said something in it.
      String hello = Visitor.freshName("Hello");
      keys.type(hello);
      keys.press("Enter");
      assertThat(ada.item("message-content").last()).hasText(hello);
      assertThat(ben.complaints()).isEmpty();
    }
  }

  @Test
  void whoSignsOutWithoutANetworkIsSignedOut() {
    try (Screen ada = open().signUp(Visitor.freshName("ada"), PASSWORD)) {
      ada.page().route("**/users/logout", Route::abort);
      ada.item("sign-out").click();
      assertThat(ada.item("signin-login")).isVisible();
      ada.page().unroute("**/users/logout");
      for (int i = 0; i < 2; i++) {
        ada.page().reload();
        assertThat(ada.item("signin-login")).isVisible();
      }
    }
  }

  @Test
  void theFirstLoadIsSmall() {
    // A browser that has been here before keeps most of it.
    try (Page page = chromium.browser().newPage()) {
      List<Response> first = new ArrayList<>();
      page.onResponse(first::add);
      page.navigate(system.origin("/").toString());
      assertThat(page.getByTestId("signin-submit")).isVisible();
      // To ask for a size lets further answers come.
      List<Response> answers = List.copyOf(first);
      int bytes =
          answers.stream()
              .filter(response -> !response.url().contains("/api/"))
              .mapToInt(response -> response.request().sizes().responseBodySize)
              .sum();
      assertThat(bytes)
          .as("bytes of %s", answers.stream().map(Response::url).toList())
          .isBetween(10_000, FIRST_LOAD_BYTES);
    }
  }
}
