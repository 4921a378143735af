package org.parley.system.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/** What is new, in rooms one has open and in rooms one has not. */
@WithBrowsers
class ReadingIT {

  private final Browsers browsers;
  private final Visitor ben;
  private final Visitor ada;
  private final String name;
  private final long room;

  ReadingIT(RunningSystem system, Browsers browsers) {
    this.browsers = browsers;
    ben = Visitor.signUp(system, "ben");
    ada = Visitor.signUp(system, "ada");
    name = Visitor.freshName("Quay");
    room = ben.createRoom(name, "public");
    ben.say(room, "message 1");
    ada.join(room);
  }

  @Test
  void countsWhatIsNewInARoomThatWasNotOpened() {
    Screen screen = signedIn();
    ben.say(room, "message 2");
    ben.say(room, "message 3");
    PlaywrightAssertions.assertThat(badge(screen)).containsText("2");
    ben.api().delete("/api/v1/rooms/" + room + "/messages/3");
    PlaywrightAssertions.assertThat(badge(screen)).containsText("1");
    screen.openRoom(name);
    PlaywrightAssertions.assertThat(badge(screen)).hasCount(0);
  }

  @Test
  void newBeginsWhereItBeganAsLongAsTheRoomIsOpen() {
    Screen screen = signedIn();
    ben.say(room, "message 2");
    PlaywrightAssertions.assertThat(badge(screen)).containsText("1");
    screen.openRoom(name);
    PlaywrightAssertions.assertThat(firstNew(screen)).hasAttribute("data-seq", "2");
    PlaywrightAssertions.assertThat(screen.item("new-since")).containsText("New since");
    ben.say(room, "message 3");
    screen.sees("message 1", "message 2", "message 3");
    PlaywrightAssertions.assertThat(firstNew(screen)).hasAttribute("data-seq", "2");
    PlaywrightAssertions.assertThat(badge(screen)).hasCount(0);
  }

  @Test
  void leadsToTheFirstNewMessage() {
    Screen screen = signedIn();
    for (int i = 2; i <= 80; i++) {
      ben.say(room, "message " + i);
    }
    PlaywrightAssertions.assertThat(badge(screen)).containsText("79");
    screen.openRoom(name);
    PlaywrightAssertions.assertThat(screen.item("new-above")).containsText("79 new messages");
    screen.item("to-first-new").click();
    Timeline timeline = new Timeline(screen);
    PlaywrightAssertions.assertThat(timeline.message(2)).isFocused();
    PlaywrightAssertions.assertThat(timeline.message(2)).isInViewport();
    PlaywrightAssertions.assertThat(screen.item("new-above")).hasCount(0);
  }

  @Test
  void twoDevicesAgree() {
    Screen one = signedIn();
    Screen other = signedIn();
    ben.say(room, "message 2");
    List.of(one, other)
        .forEach(each -> PlaywrightAssertions.assertThat(badge(each)).containsText("1"));
    one.openRoom(name).sees("message 1", "message 2");
    PlaywrightAssertions.assertThat(badge(other)).hasCount(0);
    other.reload();
    PlaywrightAssertions.assertThat(item(other)).isVisible();
    PlaywrightAssertions.assertThat(badge(other)).hasCount(0);
  }

  /** With no room open; the page has entered all of hers when this returns. */
  private Screen signedIn() {
    Screen screen = browsers.of(ada);
    screen.awaitEntered(room);
    return screen;
  }

  private Locator item(Screen screen) {
    return screen.item("room-item").filter(new Locator.FilterOptions().setHasText(name));
  }

  private Locator badge(Screen screen) {
    return item(screen).locator(".badge");
  }

  private static Locator firstNew(Screen screen) {
    return screen.item("timeline").locator("[data-testid=new-since] + [data-testid=message]");
  }
}
