package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/**
 * What is the same on every screen: keys, focus, the window's title, narrow windows, and how much
 * is loaded.
 */
@WithRunningSystem
class EverywhereIT {

  private static final String PASSWORD = "a long enough pass phrase";

  /** Of everything the first screen needs, compressed. */
  private static final int FIRST_LOAD_BYTES = 150_000;

  private final RunningSystem system;
  private Chromium chromium;

  EverywhereIT(RunningSystem system) {
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

  private Screen open(int width, int height) {
    return Screen.open(
        chromium.browser(),
        system.origin("/"),
        new Browser.NewContextOptions().setViewportSize(width, height));
  }

  private Screen signedUp(String name) {
    return open(1000, 700).signUp(Visitor.freshName(name), PASSWORD);
  }

  @Test
  void keysLeadFromRoomToRoom() {
    String one = Visitor.freshName("Anchor");
    String two = Visitor.freshName("Beacon");
    String three = Visitor.freshName("Compass");
    try (Screen ada = signedUp("ada").createRoom(one).createRoom(two).createRoom(three)) {
      assertThat(ada.item("room-name")).hasText(three);
      ada.page().keyboard().press("Alt+ArrowUp");
      assertThat(ada.item("room-name")).hasText(two);
      ada.page().keyboard().press("Alt+ArrowDown");
      assertThat(ada.item("room-name")).hasText(three);
      ada.page().keyboard().press("Alt+ArrowDown");
      assertThat(ada.item("room-name")).hasText(one);

      ada.page().keyboard().press("Control+k");
      assertThat(ada.item("switcher-query")).isFocused();
      // Before anything is typed: what was open before this one.
      assertThat(ada.item("switcher-room").first()).hasAttribute("data-room-name", three);
      ada.page().keyboard().press("ArrowDown");
      assertThat(ada.item("switcher-room").nth(1)).hasAttribute("aria-selected", "true");
      assertThat(ada.item("switcher-query"))
          .hasAttribute(
              "aria-activedescendant", ada.item("switcher-room").nth(1).getAttribute("id"));
      ada.page().keyboard().type("beac");
      assertThat(ada.item("switcher-room")).hasCount(1);
      ada.page().keyboard().press("Enter");
      assertThat(ada.item("room-name")).hasText(two);
      assertThat(ada.item("composer")).isFocused();
      assertThat(ada.complaints()).isEmpty();
    }
  }

  @Test
  void whatIsOpenedIsLeftByEscapeAndTheFocusGoesBack() {
    try (Screen ada = signedUp("ada").createRoom(Visitor.freshName("Harbour"))) {
      ada.page().keyboard().press("Control+k");
      assertThat(ada.item("switcher-query")).isFocused();
      ada.closeDialog();
      assertThat(ada.item("switcher-query")).isHidden();
      assertThat(ada.item("composer")).isFocused();

      // In the composer it is a character.
      ada.page().keyboard().press("?");
      assertThat(ada.item("composer")).hasValue("?");
      ada.item("create-room").focus();
      ada.page().keyboard().press("?");
      assertThat(ada.item("key-sheet")).isVisible();
      ada.closeDialog();
      assertThat(ada.item("key-sheet")).hasCount(0);
      assertThat(ada.item("create-room")).isFocused();
      for (String button : List.of("create-room", "browse-rooms", "show-members")) {
        ada.item(button).click();
        assertThat(ada.page().locator("dialog[open]")).hasCount(1);
        ada.closeDialog();
        assertThat(ada.item(button)).isFocused();
      }
    }
  }

  @Test
  void theRoomListIsOneStopOfTheTabKey() {
    String one = Visitor.freshName("Anchor");
    String two = Visitor.freshName("Beacon");
    try (Screen ada = signedUp("ada").createRoom(two).createRoom(one)) {
      assertThat(ada.page().locator("[data-testid=room-item][tabindex='0']")).hasCount(1);
      ada.page().locator("[data-testid=room-item][tabindex='0']").focus();
      ada.page().keyboard().press("End");
      assertThat(ada.page().locator("[data-room-name='" + two + "']")).isFocused();
      ada.page().keyboard().press("ArrowUp");
      assertThat(ada.page().locator("[data-room-name='" + one + "']")).isFocused();
      ada.page().keyboard().press("ArrowDown");
      ada.page().keyboard().press("Enter");
      assertThat(ada.item("room-name")).hasText(two);
      ada.item("browse-rooms").focus();
      ada.page().keyboard().press("Tab");
      assertThat(ada.page().locator("[data-room-name='" + two + "']")).isFocused();
      ada.page().keyboard().press("Tab");
      assertThat(ada.item("open-settings")).isFocused();
    }
  }

  @Test
  void theFirstTabLeadsToTheMessages() {
    try (Screen ada = signedUp("ada").createRoom(Visitor.freshName("Harbour"))) {
      ada.reload();
      assertThat(ada.item("composer")).isVisible();
      ada.item("skip").focus();
      ada.page().keyboard().press("Enter");
      assertThat(ada.page().locator("main")).isFocused();
    }
  }

  @Test
  void theTitleAndTheIconTellWhatIsNew() {
    String watched = Visitor.freshName("Watch");
    String other = Visitor.freshName("Other");
    try (Screen ada = signedUp("ada").createRoom(watched);
        Screen ben = signedUp("ben").joinRoom(watched)) {
      assertThat(ada.page()).hasTitle(watched + " · Parley");
      ada.createRoom(other);
      ben.say("Ahoy.");
      assertThat(ada.page()).hasTitle("(1) " + other + " · Parley");
      assertThat(ada.page().locator("link[rel=icon]")).hasAttribute("href", "/favicon-new.svg");
      assertThat(ada.item("badge")).containsText("1");
      ada.page().keyboard().press("Alt+Shift+ArrowDown");
      assertThat(ada.item("room-name")).hasText(watched);
      assertThat(ada.page()).hasTitle(watched + " · Parley");
      assertThat(ada.page().locator("link[rel=icon]")).hasAttribute("href", "/favicon.svg");
    }
  }

  @Test
  void somebodyNewIsOneClickFromARoom() {
    String room = Visitor.freshName("Harbour");
    try (Screen ben = signedUp("ben").createRoom(room);
        Screen ada = signedUp("ada")) {
      ada.item("welcome-join").first().click();
      assertThat(ada.item("composer")).isFocused();
      // Whichever room that is; others may have said something in it.
      String hello = Visitor.freshName("Hello");
      ada.say(hello);
      assertThat(ada.item("message-content").last()).hasText(hello);
      assertThat(ben.complaints()).isEmpty();
    }
  }

  @Test
  void nothingIsWiderThanAWindowOf320Pixels() {
    String room = Visitor.freshName("Averylongnamewithoutasinglespaceinit");
    try (Screen ada = open(320, 640)) {
      fits(ada, "sign in");
      ada.item("switch-to-signup").click();
      fits(ada, "sign up");
      ada.signUpHere(Visitor.freshName("ada"), PASSWORD);
      fits(ada, "welcome");
      ada.item("create-room").click();
      fits(ada, "create");
      ada.item("create-room-name").fill(room);
      ada.item("create-room-submit").click();
      assertThat(ada.item("composer")).isVisible();
      ada.say("x".repeat(300)).sees("x".repeat(300));
      fits(ada, "room");
      ada.item("show-members").click();
      fits(ada, "members");
      ada.closeDialog();
      ada.page().keyboard().press("Control+k");
      fits(ada, "switcher");
      ada.closeDialog();
      ada.page().keyboard().press("Control+/");
      fits(ada, "keys");
      ada.closeDialog();
      ada.item("back").click();
      fits(ada, "list");
      ada.item("browse-rooms").click();
      fits(ada, "browse");
      ada.closeDialog();
      for (String language : List.of("en", "de", "zh", "ar")) {
        ada.item("open-settings").click();
        ada.item("language").selectOption(language);
        assertThat(ada.page().locator("html")).hasAttribute("lang", language);
        fits(ada, "settings in " + language);
        ada.item("close-settings").click();
      }
    }
  }

  private static void fits(Screen screen, String where) {
    assertThat(screen.page().evaluate(WIDEST)).as(where).isEqualTo(320);
  }

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

  @Test
  void theFirstLoadIsSmall() {
    // A browser that has been here before keeps most of it.
    try (Page page = chromium.browser().newPage()) {
      List<Response> first = new ArrayList<>();
      page.onResponse(first::add);
      page.navigate(system.origin("/").toString());
      assertThat(page.getByTestId("signin-submit")).isVisible();
      int bytes =
          first.stream()
              .filter(response -> !response.url().contains("/api/"))
              .mapToInt(response -> response.request().sizes().responseBodySize)
              .sum();
      assertThat(bytes)
          .as("bytes of %s", first.stream().map(Response::url).toList())
          .isBetween(10_000, FIRST_LOAD_BYTES);
    }
  }

  /**
   * A page that is looked at says nothing; so the test says that nobody looks, and keeps what is
   * told.
   */
  private static final String DESKTOP =
      """
      Object.defineProperty(document, 'visibilityState', { get: () => window.looked ? 'visible' : 'hidden' });
      window.told = [];
      window.Notification = class {
        static permission = 'default';
        static requestPermission() {
          window.asked = (window.asked ?? 0) + 1;
          Notification.permission = 'granted';
          return Promise.resolve('granted');
        }
        constructor(title, options) {
          window.told.push(title + ' | ' + options.body);
          window.latest = this;
        }
        close() {}
      };
      """;

  /** Its own way of waiting is not open to Playwright: the page forbids to evaluate texts. */
  private static void awaitTold(Screen screen, int count) {
    screen
        .page()
        .waitForCondition(() -> screen.page().evaluate("window.told.length").equals(count));
  }

  @Test
  void aMentionIsToldOfOnceOnADeviceAndAClickOpensItsRoom() {
    String room = Visitor.freshName("Watch");
    try (Screen ada = signedUp("ada");
        Screen ben = signedUp("ben")) {
      String name = ada.item("account-name").textContent();
      ada.page().context().addInitScript(DESKTOP);
      ada.reload().createRoom(room);
      ben.joinRoom(room);
      assertThat(ada.page().evaluate("window.asked")).isNull();
      ada.item("open-settings").click();
      ada.item("notify").check();
      assertThat(ada.item("notify-content")).isChecked();
      assertThat(ada.page().evaluate("window.asked")).isEqualTo(1);
      try (Screen tab = ada.tab()) {
        tab.awaitLive().openRoom(room);
        // What only the other tab hears of is told by the one that leads.
        ben.say("Is @" + name + " here?").say("The fog lifts.");
        String told = ben.item("account-name").textContent() + " mentioned you in " + room;
        awaitTold(ada, 1);
        assertThat(ada.page().evaluate("window.told"))
            .isEqualTo(List.of(told + " | Is @" + name + " here?"));

        ada.item("notify-content").uncheck();
        ben.say("@" + name + ", the safe is open.");
        awaitTold(ada, 2);
        assertThat(ada.page().evaluate("window.told.slice(1)")).isEqualTo(List.of(told + " | "));
        tab.sees("Is @" + name + " here?", "The fog lifts.", "@" + name + ", the safe is open.");
        assertThat(tab.page().evaluate("window.told")).isEqualTo(List.of());
      }
      ada.page().evaluate("window.latest.onclick()");
      assertThat(ada.item("room-name")).hasText(room);
      assertThat(ada.page()).hasTitle(Pattern.compile(".*" + room + " · Parley$"));
    }
  }
}
