package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/** Dialogs that end in other ways than by Escape, and one that nobody opened. */
@WithBrowsers
class DialogsIT {

  private final RunningSystem system;
  private final String room = Visitor.freshName("Harbour");
  private final Screen ada;

  DialogsIT(RunningSystem system, Browsers browsers) {
    this.system = system;
    ada = browsers.signedUp("ada").createRoom(room);
  }

  @Test
  void theFocusGoesBackToWhereADialogWasOpened() {
    ada.item("browse-rooms").click();
    ada.item("browse-query").fill(room);
    ada.page().locator("[data-testid=open-room][data-room-name='" + room + "']").click();
    assertThat(ada.item("browse-rooms")).isFocused();
  }

  @Test
  void aRoomOneIsNoMemberOfIsOfferedAndNotEntered() {
    Visitor ben = Visitor.signUp(system, "ben");
    String name = Visitor.freshName("Quay");
    long quay = ben.createRoom(name, "public");
    ben.say(quay, "message 1");
    String address = "#/rooms/" + quay + "/messages/1";

    ada.page().navigate(system.origin("/" + address).toString());
    assertThat(ada.item("join-offered")).isFocused();
    ada.closeDialog();
    assertThat(ada.item("room-name")).hasText(room);
    assertThat(ada.item("room-item")).hasCount(1);

    // Another page, which begins with that address.
    ada.page().navigate(system.origin("/?anew" + address).toString());
    ada.awaitLive();
    assertThat(ada.item("join-offered")).isFocused();
    assertThat(ada.item("room-item")).hasCount(1);
    ada.item("join-offered").click();
    assertThat(ada.item("room-name")).hasText(name);
    assertThat(ada.item("message")).hasClass(Pattern.compile("\\btarget\\b"));
  }

  @Test
  void theBackButtonLeadsIntoNoRoomOneHasLeft() {
    Visitor ben = Visitor.signUp(system, "ben");
    String name = Visitor.freshName("Quay");
    ben.createRoom(name, "public");
    ada.joinRoom(name).item("room-details").click();
    ada.item("details-leave").click();
    ada.item("leave-confirm").click();
    assertThat(ada.item("room-item")).hasCount(1);

    ada.page().goBack();
    assertThat(ada.item("join-offered")).isVisible();
    ada.closeDialog();
    assertThat(ada.item("room-item")).hasCount(1);
  }
}
