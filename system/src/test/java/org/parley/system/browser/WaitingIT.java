package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Visitor;

/** What is on its way for longer than a moment has its shape before it comes. */
@WithBrowsers
class WaitingIT {

  private static final Offset<Double> A_PIXEL = within(1.0);

  private final List<Route> held = new ArrayList<>();
  private final Browsers browsers;

  WaitingIT(Browsers browsers) {
    this.browsers = browsers;
  }

  private Screen open(Browser.NewContextOptions options) {
    return browsers.open(options.setViewportSize(1000, 700)).signUp(Visitor.freshName("ada"));
  }

  /** From here on nobody gets an answer to this, until they are let go. */
  private void hold(Screen screen, String path) {
    screen.page().route(url -> url.contains(path), held::add);
  }

  private void letGo(Screen screen) {
    screen.page().unrouteAll();
    held.forEach(Route::resume);
  }

  private static void isShown(Locator bones, String words) {
    assertThat(bones).isVisible();
    assertThat(bones).hasCSS("transition-delay", "0.15s");
    assertThat(bones).hasAttribute("aria-hidden", "true");
    Locator regions = bones.page().getByRole(AriaRole.STATUS);
    assertThat(regions.filter(new Locator.FilterOptions().setHasText(words))).hasCount(1);
  }

  @Test
  void myRoomsStandWhereTheirShapeStood() {
    Screen ada = open(new Browser.NewContextOptions());
    ada.createRoom(Visitor.freshName("Harbour"));
    hold(ada, "/users/me/rooms");
    ada.page().reload();
    Locator bones = ada.item("rooms-loading");
    isShown(bones, "Loading your rooms…");
    BoundingBox shape = bones.locator(":scope > :nth-child(2)").boundingBox();
    letGo(ada);
    assertThat(bones).hasCount(0);
    BoundingBox room = ada.item("room-item").boundingBox();
    assertThat(room.y).isCloseTo(shape.y, A_PIXEL);
    assertThat(room.height).isCloseTo(shape.height, A_PIXEL);
  }

  @Test
  void theNewestMessageStandsWhereItsShapeStood() {
    String room = Visitor.freshName("Harbour");
    Screen ben = open(new Browser.NewContextOptions());
    Screen ada = open(new Browser.NewContextOptions());
    ben.createRoom(room).say("one").say("two").sees("one", "two");
    hold(ada, "/messages");
    ada.joinRoom(room);
    Locator bones = ada.item("messages-loading");
    isShown(bones, "Loading messages…");
    BoundingBox shape = bones.locator(".bone").last().boundingBox();
    BoundingBox composer = ada.item("composer").boundingBox();
    letGo(ada);
    ada.sees("one", "two");
    assertThat(bones).hasCount(0);
    BoundingBox newest = ada.item("message").last().boundingBox();
    assertThat(newest.y + newest.height).isCloseTo(shape.y + shape.height, A_PIXEL);
    assertThat(ada.item("composer").boundingBox().y).isEqualTo(composer.y);
  }

  @Test
  void itIsStillAndWithoutColoursToo() {
    Screen ada =
        open(
            new Browser.NewContextOptions()
                .setForcedColors(ForcedColors.ACTIVE)
                .setReducedMotion(ReducedMotion.REDUCE));
    hold(ada, "/users/me/rooms");
    ada.page().reload();
    Locator bones = ada.item("rooms-loading");
    assertThat(bones).isVisible();
    assertThat(bones).hasCSS("animation-name", "none");
    assertThat(bones.locator(".bone").first()).hasCSS("border-top-style", "solid");
    ada.page()
        .emulateMedia(
            new Page.EmulateMediaOptions()
                .setForcedColors(ForcedColors.NONE)
                .setReducedMotion(ReducedMotion.NO_PREFERENCE));
    assertThat(bones).hasCSS("animation-name", "breathe");
    letGo(ada);
    assertThat(bones).hasCount(0);
  }
}
