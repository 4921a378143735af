package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/**
 * That somebody writes, as the others in the room are shown it. Ben's clock is stopped once he is
 * in the room, so that nothing lapses by itself.
 */
@WithBrowsers
class TypingIT {

  /** How long it lasts where nothing more is heard. */
  private static final int LASTS_MS = 6_000;

  private final RunningSystem system;
  private final String harbour = Visitor.freshName("Harbour");
  private final Browsers browsers;
  private final Visitor ada;
  private final Visitor ben;
  private final long room;
  private final Screen bens;
  private final PageClock clock;

  TypingIT(RunningSystem system, Browsers browsers) {
    this.system = system;
    this.browsers = browsers;
    ada = Visitor.signUp(system, "ada");
    ben = Visitor.signUp(system, "ben");
    room = ada.createRoom(harbour, "public");
    ben.join(room);
    bens = browsers.of(ben, page -> page.clock().install()).openRoom(harbour).awaitEntered();
    clock = new PageClock(bens.page());
    clock.stop();
  }

  @Test
  void theOtherIsShownWhoWritesUntilTheMessageComes() {
    Screen adas = browsers.of(ada).openRoom(harbour).awaitEntered();
    write(adas, "psst");
    benIsShown(ada.username());
    adas.item("composer").press("Enter");
    benIsShownNobody();
    bens.sees("psst");
  }

  @Test
  void whoIsNotHeardOfWritesNoMore() {
    Screen adas = browsers.of(ada).openRoom(harbour).awaitEntered();
    write(adas, "w");
    benIsShown(ada.username());
    clock.pass(LASTS_MS);
    benIsShownNobody();
  }

  @Test
  void nobodyIsShownThatTheyWriteThemselves() {
    Screen adas = browsers.of(ada).openRoom(harbour).awaitEntered();
    Screen adasPhone = browsers.of(ada).openRoom(harbour).awaitEntered();
    write(adas, "psst");
    benIsShown(ada.username());
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
    ben.join(ada.createRoom(quay, "public"));
    Locator listed = Browsers.listed(bens, quay);
    clock.awaitPainted("the other room", () -> listed.count() == 1);
    Screen adas = browsers.of(ada).openRoom(harbour).awaitEntered();
    write(adas, "psst");
    benIsShown(ada.username());
    listed.click();
    clock.awaitPainted(quay, () -> quay.equals(bens.item("room-name").textContent()));
    benIsShownNobody();
  }

  @Test
  void twoWhoWriteAreBothNamed() {
    Visitor cleo = Visitor.signUp(system, "cleo");
    cleo.join(room);
    Screen adas = browsers.of(ada).openRoom(harbour).awaitEntered();
    Screen cleos = browsers.of(cleo).openRoom(harbour).awaitEntered();
    write(adas, "a");
    benIsShown(ada.username());
    write(cleos, "c");
    benIsShown(ada.username(), " and ", cleo.username(), "are typing");
  }

  private static void write(Screen screen, String text) {
    screen.item("composer").pressSequentially(text);
  }

  private void benIsShown(String... words) {
    clock.awaitPainted(
        "that somebody writes",
        () ->
            bens.item("typing").allTextContents().stream()
                .anyMatch(shown -> Arrays.stream(words).allMatch(shown::contains)));
  }

  private void benIsShownNobody() {
    clock.awaitPainted("that nobody writes", () -> bens.item("typing").count() == 0);
  }
}
