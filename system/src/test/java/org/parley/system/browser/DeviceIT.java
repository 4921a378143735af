package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Visitor;

/** What a device asks of every page on it: its colours, and that nothing moves. */
@WithBrowsers
class DeviceIT {

  /**
   * Of all that is shown, what moves or would; a wheel that turns slowly says that something is
   * waited for.
   */
  private static final String MOVING =
      """
      () => {
        const moving = new Set();
        const look = (root) => root.querySelectorAll('*').forEach((element) => {
          for (const part of [undefined, '::before', '::after']) {
            const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element, part);
            const lasts = transitionDuration.split(',').some((time) => parseFloat(time) > 0);
            if (animationName !== 'none' && !element.matches('.spinner') || lasts || scrollBehavior === 'smooth') {
              moving.add(element.localName + ' ' + element.className);
            }
          }
          if (element.shadowRoot) {
            look(element.shadowRoot);
          }
        });
        look(document);
        return [...moving];
      }
      """;

  private final Browsers browsers;

  DeviceIT(Browsers browsers) {
    this.browsers = browsers;
  }

  @Test
  void eachThemeHasItsColoursAndOneFollowsTheDevice() {
    Browser.NewContextOptions dark =
        new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK);
    Screen ada = browsers.open(dark).signUp(Visitor.freshName("ada"));
    ada.item("open-settings").click();
    paperIs(ada, "rgb(16, 20, 19)");
    ada.item("theme-light").check();
    paperIs(ada, "rgb(244, 242, 236)");
    ada.item("theme-dark").check();
    paperIs(ada, "rgb(16, 20, 19)");
    ada.item("theme-contrast").check();
    paperIs(ada, "rgb(0, 0, 0)");
    ada.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    paperIs(ada, "rgb(255, 255, 255)");
    ada.item("theme-system").check();
    paperIs(ada, "rgb(244, 242, 236)");
  }

  private static void paperIs(Screen screen, String colour) {
    assertThat(screen.page().locator("body")).hasCSS("background-color", colour);
  }

  private static Object paper(Screen screen) {
    return screen.page().evaluate("getComputedStyle(document.body).backgroundColor");
  }

  @Test
  void nothingMovesWhereNothingMay() {
    Browser.NewContextOptions still =
        new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
    Screen ada = browsers.open(still);
    assertThat(ada.item("signin-submit")).isVisible();
    assertThat(moving(ada)).isEmpty();
    ada.signUp(Visitor.freshName("ada"));
    assertThat(moving(ada)).isEmpty();
    ada.createRoom(Visitor.freshName("Harbour")).say("one").sees("one");
    // The message an address names is marked; elsewhere it flashes.
    ada.page().evaluate("location.hash += '/messages/1'");
    assertThat(ada.page().locator(".message.target")).hasCount(1);
    assertThat(moving(ada)).isEmpty();
    ada.item("show-members").click();
    assertThat(ada.item("member")).hasCount(1);
    assertThat(moving(ada)).isEmpty();
    ada.closeDialog().item("open-settings").click();
    assertThat(ada.item("device")).hasCount(1);
    assertThat(moving(ada)).isEmpty();

    ada.page()
        .emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
    assertThat(moving(ada)).isNotEmpty();
  }

  private static List<?> moving(Screen screen) {
    return (List<?>) screen.page().evaluate(MOVING);
  }

  @Test
  void whatColoursSayIsSaidWithoutThem() {
    Browser.NewContextOptions forced =
        new Browser.NewContextOptions()
            .setForcedColors(ForcedColors.ACTIVE)
            .setViewportSize(1000, 700);
    String harbour = Visitor.freshName("Harbour");
    Screen ada = browsers.open(forced).signUp(Visitor.freshName("ada"));
    Screen ben = browsers.open(forced);
    ada.createRoom(Visitor.freshName("Lighthouse"))
        .createRoom(Visitor.freshName("Quay"))
        .createRoom(harbour)
        .say("one");
    ada.react("one", "👍");
    ben.signUp(Visitor.freshName("ben")).joinRoom(harbour).react("one", "🎉");
    ada.seesReactions("one", "👍 1", "🎉 1");
    assertThat(edge(ada.page().locator("[data-testid=reaction][aria-pressed=true]")))
        .isNotEqualTo(edge(ada.page().locator("[data-testid=reaction][aria-pressed=false]")));
    assertThat(edge(ada.page().locator("[data-testid=room-item][aria-current]")))
        .isNotEqualTo(
            edge(ada.page().locator("[data-testid=room-item]:not([aria-current])").first()));
    // All that tells it from the paper around it.
    assertThat(edge(ada.item("send"))).isNotEqualTo(paper(ada));
    ada.item("composer").focus();
    assertThat(ada.item("composer").evaluate("area => getComputedStyle(area).outlineStyle"))
        .isEqualTo("solid");

    ada.page().keyboard().press("Control+k");
    Locator choices = ada.item("switcher-room");
    assertThat(choices).hasCount(2);
    assertThat(edge(choices.first())).isNotEqualTo(edge(choices.last()));
    ada.closeDialog();
    ada.item("composer").pressSequentially(":rock");
    assertThat(ada.item("completion").first()).isVisible();
    ada.page().keyboard().press("ArrowDown");
    assertThat(ada.page().locator("[data-testid=completion][aria-selected=true]")).hasCount(1);
    assertThat(ada.item("completion").first().evaluate("row => getComputedStyle(row).outlineStyle"))
        .isEqualTo("solid");
  }

  private static Object edge(Locator of) {
    return of.evaluate("one => getComputedStyle(one).borderTopColor");
  }
}
