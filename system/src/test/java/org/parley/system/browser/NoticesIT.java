package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Visitor;

/**
 * What is told of a room that is not looked at: by the window's title, its icon, and the desktop.
 */
@WithBrowsers
class NoticesIT {

  private final Browsers browsers;

  NoticesIT(Browsers browsers) {
    this.browsers = browsers;
  }

  @Test
  void theTitleAndTheIconTellWhatIsNew() {
    String watched = Visitor.freshName("Watch");
    String other = Visitor.freshName("Other");
    Screen ada = browsers.signedUp("ada").createRoom(watched);
    Screen ben = browsers.signedUp("ben").joinRoom(watched);
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

  @Test
  void tabsAgreeOnWhatIsRead() {
    String watched = Visitor.freshName("Watch");
    String other = Visitor.freshName("Other");
    Screen ada = browsers.signedUp("ada").createRoom(watched).createRoom(other);
    Screen tab = ada.tab();
    Screen ben = browsers.signedUp("ben").joinRoom(watched);
    tab.awaitLive().openRoom(other);
    ben.say("Ahoy.");
    assertThat(ada.item("badge")).containsText("1");
    assertThat(tab.page()).hasTitle("(1) " + other + " · Parley");
    ada.openRoom(watched).sees("Ahoy.");
    assertThat(tab.item("badge")).hasCount(0);
    assertThat(tab.page()).hasTitle(other + " · Parley");
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
    Screen ada = browsers.signedUp("ada");
    Screen ben = browsers.signedUp("ben");
    String name = ada.item("account-name").textContent();
    ada.page().context().addInitScript(DESKTOP);
    ada.reload().createRoom(room);
    ben.joinRoom(room);
    assertThat(ada.page().evaluate("window.asked")).isNull();
    ada.item("open-settings").click();
    ada.item("notify").check();
    assertThat(ada.item("notify-content")).isChecked();
    assertThat(ada.page().evaluate("window.asked")).isEqualTo(1);
    Screen tab = ada.tab();
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
    tab.closeTab();
    ada.page().evaluate("window.latest.onclick()");
    assertThat(ada.item("room-name")).hasText(room);
    assertThat(ada.page()).hasTitle(Pattern.compile(".*" + room + " · Parley$"));
  }
}
