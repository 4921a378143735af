package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Visitor;

/** What had the focus and goes away hands it on: nobody who uses keys is sent back to the top. */
@WithBrowsers
class FocusIT {

  private final String room = Visitor.freshName("Quay");
  private final Browsers browsers;
  private Screen ada;
  private Keyboard keys;

  FocusIT(Browsers browsers) {
    this.browsers = browsers;
  }

  private void signUp(int width, int height) {
    ada = browsers.open(width, height);
    keys = ada.page().keyboard();
    ada.signUp(Visitor.freshName("ada"));
  }

  private void inARoom() {
    signUp(1000, 700);
    ada.createRoom(room);
  }

  /** By the keyboard, as the button has the focus then. */
  private void press(String button) {
    assertThat(ada.item(button)).isEnabled();
    ada.item(button).focus();
    keys.press("Enter");
  }

  private Locator message(String text) {
    return ada.item("message").filter(new Locator.FilterOptions().setHasText(text));
  }

  @Test
  void whoeverComesInBeginsAtTheMiddleOfThePage() {
    signUp(1000, 700);
    assertThat(ada.page().locator("main")).isFocused();
    assertThat(ada.item("welcome-create")).isVisible();
    keys.press("Tab");
    assertThat(ada.page().locator("parley-welcome button:focus")).hasCount(1);
    press("sign-out");
    assertThat(ada.item("signin-login")).isFocused();
  }

  @Test
  void onAPhoneToo() {
    signUp(390, 844);
    assertThat(ada.page().locator("parley-room-list main")).isFocused();
    ada.createRoom(room);
    press("back");
    assertThat(ada.page().locator("[data-room-name='" + room + "']")).isFocused();
    press("open-settings");
    assertThat(ada.page().locator("parley-settings h1")).isFocused();
    press("close-settings");
    assertThat(ada.item("open-settings")).isFocused();
  }

  @Test
  void aMessageThatGoesHandsItToItsNeighbour() {
    inARoom();
    Line line = Line.of(ada.page());
    ada.reload().openRoom(room);
    ada.say("stays").sees("stays");
    line.refuse("forbidden");
    ada.say("goes");
    assertThat(ada.item("failure")).isVisible();
    press("discard");
    assertThat(message("stays")).isFocused();

    ada.say("tried again");
    assertThat(ada.item("failure")).isVisible();
    line.answerNoMore();
    press("retry");
    assertThat(ada.item("failure")).hasCount(0);
    assertThat(message("tried again")).hasAttribute("data-state", "sent");
    assertThat(message("tried again")).isFocused();
    keys.press("Enter");
    press("message-remove");
    press("remove-confirm");
    assertThat(ada.item("message").last()).isFocused();
  }

  @Test
  void aDialogThatIsDoneGivesItBack() {
    inARoom();
    press("room-details");
    ada.item("details-topic").fill("Tides");
    keys.press("Enter");
    assertThat(ada.item("room-about")).hasText("Tides");
    assertThat(ada.item("room-details")).isFocused();

    // One dialog leads to the other; both were opened by the same button.
    press("room-details");
    press("open-invitations");
    press("make-invitation");
    assertThat(ada.item("copy-invitation")).isFocused();
    press("withdraw-invitation");
    assertThat(ada.item("invitation")).hasCount(0);
    assertThat(ada.item("make-invitation")).isFocused();
    ada.closeDialog();
    assertThat(ada.item("room-details")).isFocused();

    press("to-date");
    assertThat(ada.page().locator("#day")).isFocused();
    keys.press("Escape");
    assertThat(ada.item("to-date")).isFocused();
  }

  @Test
  void aRoomThatIsLeftHandsItToTheNextOne() {
    signUp(1000, 700);
    String other = Visitor.freshName("Bay");
    ada.createRoom(other).createRoom(room);
    for (String left : new String[] {room, other}) {
      ada.openRoom(left);
      press("room-details");
      press("details-leave");
      press("leave-confirm");
      assertThat(ada.page().locator("[data-room-name='" + left + "']")).hasCount(0);
      assertThat(left.equals(room) ? ada.item("room-item") : ada.item("browse-rooms")).isFocused();
    }
  }
}
