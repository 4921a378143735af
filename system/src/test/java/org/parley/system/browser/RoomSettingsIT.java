package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/** What a room is called and about, and whether it may disturb. */
@WithBrowsers
class RoomSettingsIT {

  private static final Pattern QUIET = Pattern.compile("\\bquiet\\b");
  private static final Pattern MUTED = Pattern.compile("\\bmuted\\b");

  private final String harbour = Visitor.freshName("Harbour");
  private final Browsers browsers;
  private final Visitor ada;
  private final Visitor ben;
  private final long room;

  RoomSettingsIT(RunningSystem system, Browsers browsers) {
    this.browsers = browsers;
    ada = Visitor.signUp(system, "ada");
    ben = Visitor.signUp(system, "ben");
    room = ada.createRoom(harbour, "public");
    ben.join(room);
  }

  @Test
  void othersSeeAnotherNameAndTopicAtOnce() {
    String quay = Visitor.freshName("Quay");
    Screen adas = browsers.of(ada).openRoom(harbour);
    Screen looking = browsers.of(ben).openRoom(harbour);
    Screen elsewhere = browsers.of(ben);
    assertThat(Browsers.listed(elsewhere, harbour)).isVisible();

    adas.item("room-details").click();
    adas.item("details-name").fill(quay);
    adas.item("details-topic").fill("Fog until noon");
    adas.item("details-save").click();
    assertThat(adas.page().locator("parley-dialog")).hasCount(0);
    assertThat(adas.item("room-details")).isFocused();

    for (Screen screen : List.of(adas, looking)) {
      assertThat(screen.item("room-name")).hasText(quay);
      assertThat(screen.item("room-about")).hasText("Fog until noon");
      assertThat(screen.page()).hasTitle(quay + " · Parley");
    }
    assertThat(Browsers.listed(elsewhere, quay)).isVisible();
    assertThat(Browsers.listed(elsewhere, harbour)).hasCount(0);
  }

  @Test
  void whatIsRefusedStaysToBeMended() {
    Screen adas = browsers.of(ada).openRoom(harbour);
    adas.item("room-details").click();
    adas.item("details-name").fill(" ");
    adas.item("details-topic").fill("Fog until noon");
    adas.item("details-save").click();
    assertThat(adas.item("details-name")).hasAttribute("aria-invalid", "true");
    assertThat(adas.item("details-topic")).hasValue("Fog until noon");
    adas.item("details-name").fill(harbour);
    adas.item("details-save").click();
    assertThat(adas.item("room-about")).hasText("Fog until noon");
  }

  @Test
  void onlyItsOwnerChangesARoom() {
    Screen bens = browsers.of(ben).openRoom(harbour);
    bens.item("room-details").click();
    assertThat(bens.item("mute-room")).isVisible();
    assertThat(bens.item("details-name")).hasCount(0);
    assertThat(bens.item("open-invitations")).hasCount(0);
  }

  @Test
  void aMutedRoomCallsOnlyWhoItMentions() {
    Screen bens = browsers.of(ben);
    mute(bens, true);
    toTheList(bens);
    ada.say(room, "Ahoy.");
    assertThat(Browsers.badge(bens, harbour)).containsText("1");
    assertThat(Browsers.badge(bens, harbour)).hasClass(QUIET);
    assertThat(bens.page()).hasTitle("Parley");
    assertThat(icon(bens)).hasAttribute("href", "/favicon.svg");

    ada.say(room, "@" + ben.username() + " ahoy.");
    assertThat(Browsers.badge(bens, harbour)).containsText("@");
    assertThat(bens.page()).hasTitle("(1) Parley");
    assertThat(icon(bens)).hasAttribute("href", "/favicon-new.svg");
  }

  @Test
  void aRoomThatIsNotMutedAnyMoreCallsAgain() {
    Screen bens = browsers.of(ben);
    mute(bens, true);
    mute(bens, false);
    toTheList(bens);
    ada.say(room, "Ahoy.");
    assertThat(bens.page()).hasTitle("(1) Parley");
    assertThat(Browsers.badge(bens, harbour)).not().hasClass(QUIET);
    assertThat(icon(bens)).hasAttribute("href", "/favicon-new.svg");
  }

  @Test
  void myOtherDeviceAgrees() {
    Screen phone = browsers.of(ben);
    Screen desk = browsers.of(ben);
    Screen adas = browsers.of(ada);
    assertThat(Browsers.listed(desk, harbour)).not().hasClass(MUTED);
    mute(phone, true);
    assertThat(Browsers.listed(desk, harbour)).hasClass(MUTED);
    desk.openRoom(harbour).item("room-details").click();
    assertThat(desk.item("mute-room")).isChecked();
    desk.item("mute-room").uncheck();
    desk.closeDialog();
    assertThat(Browsers.listed(phone, harbour)).not().hasClass(MUTED);

    mute(phone, true);
    phone.reload();
    assertThat(Browsers.listed(phone, harbour)).hasClass(MUTED);
    assertThat(Browsers.listed(adas, harbour)).not().hasClass(MUTED);
  }

  private void mute(Screen screen, boolean muted) {
    screen.openRoom(harbour).item("room-details").click();
    screen.item("mute-room").setChecked(muted);
    screen.closeDialog();
    if (muted) {
      assertThat(Browsers.listed(screen, harbour)).hasClass(MUTED);
    } else {
      assertThat(Browsers.listed(screen, harbour)).not().hasClass(MUTED);
    }
  }

  /** With no room open. */
  private void toTheList(Screen screen) {
    screen.page().navigate(screen.page().url().replaceFirst("#.*", ""));
    screen.page().reload();
    screen.awaitLive();
    assertThat(screen.page()).hasTitle("Parley");
    assertThat(screen.page().url()).doesNotContain("#/rooms/");
    screen.awaitEntered(room);
  }

  private static Locator icon(Screen screen) {
    return screen.page().locator("link[rel=icon]");
  }
}
