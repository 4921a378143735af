package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Visitor;

/** What is the same on every screen: where keys lead, and where the focus goes. */
@WithBrowsers
class EverywhereIT {

  private final Browsers browsers;

  EverywhereIT(Browsers browsers) {
    this.browsers = browsers;
  }

  @Test
  void keysLeadFromRoomToRoom() {
    String one = Visitor.freshName("Anchor");
    String two = Visitor.freshName("Beacon");
    String three = Visitor.freshName("Compass");
    Screen ada = browsers.signedUp("ada").createRoom(one).createRoom(two).createRoom(three);
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
        .hasAttribute("aria-activedescendant", ada.item("switcher-room").nth(1).getAttribute("id"));
    ada.page().keyboard().type("beac");
    assertThat(ada.item("switcher-room")).hasCount(1);
    ada.page().keyboard().press("Enter");
    assertThat(ada.item("room-name")).hasText(two);
    assertThat(ada.item("composer")).isFocused();
    ada.page().keyboard().type("and writes there");
    assertThat(ada.item("composer")).hasValue("and writes there");
  }

  @Test
  void whatIsOpenedIsLeftByEscapeAndTheFocusGoesBack() {
    Screen ada = browsers.signedUp("ada").createRoom(Visitor.freshName("Harbour"));
    ada.page().keyboard().press("Control+k");
    assertThat(ada.item("switcher-query")).isFocused();
    ada.closeDialog();
    assertThat(ada.item("switcher-query")).isHidden();
    assertThat(ada.item("composer")).isFocused();
    ada.page().keyboard().type("on");
    assertThat(ada.item("composer")).hasValue("on");

    for (String button : List.of("create-room", "browse-rooms", "show-members")) {
      ada.item(button).click();
      assertThat(ada.page().locator("dialog[open]")).hasCount(1);
      ada.closeDialog();
      assertThat(ada.item(button)).isFocused();
    }
  }

  @Test
  void allKeysAreShownByCtrlOrCmdAndSlashAndByNoLetterAlone() {
    Screen ada = browsers.signedUp("ada").createRoom(Visitor.freshName("Harbour"));
    ada.item("composer").focus();
    ada.page().keyboard().press("?");
    assertThat(ada.item("composer")).hasValue("?");
    assertThat(ada.item("key-sheet")).hasCount(0);
    for (String keys : List.of("Control+/", "Meta+/")) {
      ada.page().keyboard().press(keys);
      assertThat(ada.item("key-sheet")).isVisible();
      ada.closeDialog();
      assertThat(ada.item("composer")).isFocused();
      assertThat(ada.item("composer")).hasValue("?");
    }
    // Who speaks to their device would press it by speaking.
    ada.item("create-room").focus();
    ada.page().keyboard().press("?");
    assertThat(ada.item("key-sheet")).hasCount(0);
    ada.page().keyboard().press("Control+/");
    assertThat(ada.item("key-sheet")).isVisible();
    ada.closeDialog();
    assertThat(ada.item("create-room")).isFocused();
  }

  @Test
  void whatLeavesTheOriginIsForbiddenAndWouldFailATest() {
    String elsewhere = "() => fetch('http://127.0.0.1:9/').catch(() => 'forbidden')";
    Screen ada = browsers.open();
    assertThat(ada.page().evaluate(elsewhere)).isEqualTo("forbidden");
    assertThat(ada.takeComplaints()).anyMatch(told -> told.contains("Content Security Policy"));
    Browser.NewContextOptions lawless = new Browser.NewContextOptions().setBypassCSP(true);
    Screen ben = browsers.open(lawless);
    assertThatThrownBy(() -> ben.page().evaluate(elsewhere))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("127.0.0.1:9");
    assertThat(ben.takeComplaints()).isNotEmpty();
  }

  @Test
  void theRoomListIsOneStopOfTheTabKey() {
    String one = Visitor.freshName("Anchor");
    String two = Visitor.freshName("Beacon");
    Screen ada = browsers.signedUp("ada").createRoom(two).createRoom(one);
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

  @Test
  void theFirstTabLeadsToTheMessages() {
    Screen ada = browsers.signedUp("ada").createRoom(Visitor.freshName("Harbour"));
    ada.reload();
    assertThat(ada.item("composer")).isFocused();
    // Where somebody begins who comes to the page.
    ada.page().evaluate("document.body.tabIndex = -1; document.body.focus()");
    ada.page().keyboard().press("Tab");
    assertThat(ada.item("skip")).isFocused();
    ada.page().keyboard().press("Enter");
    assertThat(ada.page().locator("main")).isFocused();
  }
}
