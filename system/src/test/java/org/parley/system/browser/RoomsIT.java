package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Visitor;

/** What one does with rooms beside talking in them. */
@WithBrowsers
class RoomsIT {

  private static final String REMEMBERED =
      """
      () => new Promise((done) => {
        const opening = indexedDB.open('parley-pages');
        opening.onupgradeneeded = () => opening.transaction.abort();
        opening.onerror = () => done('[]');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('pages').objectStore('pages').getAll();
          reading.onsuccess = () => { opening.result.close(); done(JSON.stringify(reading.result)); };
        };
      })
      """;

  private final String room = Visitor.freshName("Harbour");
  private final String adaName = Visitor.freshName("ada");
  private final String benName = Visitor.freshName("ben");
  private final Browsers browsers;
  private final Screen ada;

  RoomsIT(Browsers browsers) {
    this.browsers = browsers;
    ada = browsers.open().signUp(adaName).createRoom(room);
  }

  private Locator member(Screen screen, String name) {
    return screen.page().locator("[data-testid=member][data-username='" + name + "']");
  }

  @Test
  void leavingIsAskedAboutFirst() {
    Screen ben = browsers.open().signUp(benName).joinRoom(room);
    ben.item("show-members").click();
    ben.item("leave-room").click();
    assertThat(ben.item("leave-confirm")).isVisible();
    ben.closeDialog();
    assertThat(ben.item("show-members")).isFocused(); // which led here, past another dialog
    assertThat(ben.item("room-name")).hasText(room);

    ben.item("room-details").click();
    ben.item("details-leave").click();
    ben.item("leave-confirm").click();
    assertThat(ben.item("room-item")).hasCount(0);
    assertThat(ben.item("trouble")).hasCount(0);
  }

  @Test
  void anOwnerRemovesSomebodyWhoIsTold() {
    Screen ben = browsers.open().signUp(benName).joinRoom(room);
    ada.item("show-members").click();
    assertThat(member(ada, adaName).getByTestId("remove-member")).hasCount(0);
    member(ada, benName).getByTestId("remove-member").click();
    assertThat(ada.page().locator(".keep")).isFocused();
    ada.item("remove-member-confirm").click();
    assertThat(member(ada, benName)).hasCount(0);
    assertThat(ada.item("members-query")).isFocused();

    assertThat(ben.item("trouble")).containsText("no longer a member of " + room);
    assertThat(ben.item("room-item")).hasCount(0);
  }

  @Test
  void membersAreFoundByHowTheirNamesBegin() {
    Screen ben = browsers.open().signUp(benName).joinRoom(room);
    ben.item("show-members").click();
    assertThat(ben.item("member")).hasCount(2);
    assertThat(ben.item("remove-member")).hasCount(0);
    ben.item("members-query").fill("BEN");
    assertThat(ben.item("member")).hasCount(1);
    assertThat(member(ben, benName)).isVisible();
    ben.item("members-query").fill("nobody");
    assertThat(ben.item("member")).hasCount(0);
    assertThat(ben.page().getByText("No member is called that.")).isVisible();
  }

  @Test
  void aRoomThatWasSeenBeforeIsPaintedBeforeItsPageIsRead() {
    ada.say("the ferry is late").sees("the ferry is late");
    ada.page().waitForCondition(() -> remembered().contains("the ferry is late"));

    ada.page().route("**/messages?*", route -> {}); // never answered
    ada.reload();
    ada.sees("the ferry is late");
    ada.page().unroute("**/messages?*");
  }

  @Test
  void nothingIsRememberedOfWhoSignedOut() {
    ada.say("the ferry is late").sees("the ferry is late");
    ada.page().waitForCondition(() -> remembered().contains("the ferry is late"));
    ada.item("sign-out").click();
    assertThat(ada.item("signin-login")).isVisible();
    ada.page().waitForCondition(() -> remembered().equals("[]"));
  }

  private String remembered() {
    return (String) ada.page().evaluate(REMEMBERED);
  }
}
