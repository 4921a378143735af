package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/** That somebody writes, as the others in the room are shown it. */
@WithBrowsers
class TypingIT {

  /** How long it lasts where nothing more is heard. */
  private static final int LASTS_MS = 6_000;

  /** Less than that: whatever is gone within it went for another reason. */
  private static final int SOON_MS = 5_000;

  private final RunningSystem system;
  private final String harbour = Visitor.freshName("Harbour");
  private final Browsers browsers;
  private final Visitor ada;
  private final Visitor ben;
  private final long room;

  TypingIT(RunningSystem system, Browsers browsers) {
    this.system = system;
    this.browsers = browsers;
    ada = Visitor.signUp(system, "ada");
    ben = Visitor.signUp(system, "ben");
    room = ada.createRoom(harbour, "public");
    ben.join(room);
  }

  @Test
  void theOtherIsShownWhoWritesUntilTheMessageComes() {
    Screen adas = browsers.of(ada).openRoom(harbour).awaitEntered();
    Screen bens = browsers.of(ben).openRoom(harbour).awaitEntered();
    write(adas, "psst");
    assertThat(bens.item("typing")).containsText(ada.username());
    adas.item("composer").press("Enter");
    bens.sees("psst");
    nobodyIsShownTo(bens);
  }

  @Test
  void whoIsNotHeardOfWritesNoMore() {
    Screen adas = browsers.of(ada).openRoom(harbour).awaitEntered();
    Screen bens = browsers.of(ben, page -> page.clock().install()).openRoom(harbour).awaitEntered();
    write(adas, "w");
    assertThat(bens.item("typing")).containsText(ada.username());
    bens.page().clock().runFor(LASTS_MS);
    nobodyIsShownTo(bens);
  }

  @Test
  void nobodyIsShownThatTheyWriteThemselves() {
    Screen adas = browsers.of(ada).openRoom(harbour).awaitEntered();
    Screen adasPhone = browsers.of(ada).openRoom(harbour).awaitEntered();
    Screen bens = browsers.of(ben).openRoom(harbour).awaitEntered();
    write(adas, "psst");
    assertThat(bens.item("typing")).containsText(ada.username());
    // Came after it, on the same way.
    ben.say(room, "What is it?");
    adasPhone.sees("What is it?");
    assertThat(adasPhone.item("typing")).hasCount(0);
    adas.sees("What is it?");
    assertThat(adas.item("typing")).hasCount(0);
  }

  @Test
  void itIsShownInItsRoomOnly() {
    String quay = Visitor.freshName("Quay");
    long other = ada.createRoom(quay, "public");
    ben.join(other);
    Screen adas = browsers.of(ada).openRoom(harbour).awaitEntered();
    Screen bens = browsers.of(ben).openRoom(harbour).awaitEntered();
    write(adas, "psst");
    assertThat(bens.item("typing")).containsText(ada.username());
    bens.openRoom(quay);
    assertThat(bens.item("room-name")).hasText(quay);
    nobodyIsShownTo(bens);
  }

  @Test
  void twoWhoWriteAreBothNamed() {
    Visitor cleo = Visitor.signUp(system, "cleo");
    cleo.join(room);
    Screen adas = browsers.of(ada).openRoom(harbour).awaitEntered();
    Screen cleos = browsers.of(cleo).openRoom(harbour).awaitEntered();
    Screen bens = browsers.of(ben).openRoom(harbour).awaitEntered();
    write(adas, "a");
    assertThat(bens.item("typing")).containsText(ada.username());
    write(cleos, "c");
    assertThat(bens.item("typing")).containsText(" and ");
    assertThat(bens.item("typing")).containsText(ada.username());
    assertThat(bens.item("typing")).containsText(cleo.username());
    assertThat(bens.item("typing")).containsText("are typing");
  }

  private static void write(Screen screen, String text) {
    screen.item("composer").pressSequentially(text);
  }

  private static void nobodyIsShownTo(Screen screen) {
    assertThat(screen.item("typing"))
        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(SOON_MS));
  }
}
