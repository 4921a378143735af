package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.parley.system.support.RunningSystem;

/**
 * With -Dparley.pictures=true: every screen, light and dark, on a desktop and on a phone, and in
 * languages that look different, into docs/screenshots.
 */
@WithBrowsers
@EnabledIfSystemProperty(named = "parley.pictures", matches = "true")
class PicturesIT {

  private static final Path FOLDER = Path.of("..", "docs", "screenshots");

  private final RunningSystem system;
  private final Browsers browsers;

  PicturesIT(RunningSystem system, Browsers browsers) {
    this.system = system;
    this.browsers = browsers;
  }

  @Test
  void everyScreen() {
    draw("light", Scene.ENGLISH, desktop("en-GB", ColorScheme.LIGHT));
    draw("dark", Scene.ENGLISH, desktop("en-GB", ColorScheme.DARK));
    draw("phone-light", Scene.ENGLISH, phone("en-GB", ColorScheme.LIGHT));
    draw("phone-dark", Scene.ENGLISH, phone("en-GB", ColorScheme.DARK));
  }

  @Test
  void inOtherLanguages() {
    draw("arabic", Scene.ARABIC, desktop("ar", ColorScheme.LIGHT));
    draw("arabic-phone", Scene.ARABIC, phone("ar", ColorScheme.DARK));
    draw("chinese", Scene.CHINESE, desktop("zh-CN", ColorScheme.LIGHT));
    draw("chinese-phone", Scene.CHINESE, phone("zh-CN", ColorScheme.DARK));
  }

  private static Browser.NewContextOptions desktop(String locale, ColorScheme colours) {
    return options(locale, colours).setViewportSize(1280, 800);
  }

  private static Browser.NewContextOptions phone(String locale, ColorScheme colours) {
    return options(locale, colours).setViewportSize(390, 844).setHasTouch(true).setIsMobile(true);
  }

  private static Browser.NewContextOptions options(String locale, ColorScheme colours) {
    return new Browser.NewContextOptions()
        .setLocale(locale)
        .setColorScheme(colours)
        .setTimezoneId("Europe/Berlin")
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  private void draw(String look, Scene scene, Browser.NewContextOptions options) {
    scene.play(system.origin("/"));
    Screen ada = browsers.open(options);
    Line line = Line.of(ada.page());
    ada.page().reload();
    comeIn(ada, look, scene);
    findRooms(ada, look, scene);
    talk(ada, look, scene);
    lookAround(ada, look);
    settle(ada, look);
    loseTheLine(ada, line, look, scene);
  }

  private static void comeIn(Screen ada, String look, Scene scene) {
    assertThat(ada.item("signin-submit")).isVisible();
    ada.item("switch-to-signup").click();
    picture(ada, look, "sign-up");
    ada.item("switch-to-signin").click();
    ada.item("signin-login").fill(scene.nameOf("ada"));
    ada.item("signin-password").fill(Screen.PASSWORD);
    picture(ada, look, "sign-in");
    ada.item("signin-submit").click();
    ada.awaitLive();
    assertThat(ada.item("room-item")).hasCount(scene.rooms().size() + 1);
    picture(ada, look, "rooms");
  }

  private static void findRooms(Screen ada, String look, Scene scene) {
    ada.item("browse-rooms").click();
    ada.item("browse-query").fill(scene.rooms().getFirst().getFirst());
    assertThat(ada.item("open-room").first()).isVisible();
    picture(ada, look, "browse");
    ada.closeDialog();
    ada.item("create-room").click();
    assertThat(ada.item("create-room-name")).isFocused();
    picture(ada, look, "new-room");
    ada.closeDialog();
  }

  private static void talk(Screen ada, String look, Scene scene) {
    ada.openRoom(scene.rooms().getFirst().getFirst());
    assertThat(ada.item("message-content")).hasCount(scene.lines().size());
    picture(ada, look, "room");
    ada.item("composer").fill("@");
    assertThat(ada.item("completion").first()).isVisible();
    picture(ada, look, "mention");
    ada.item("composer").fill("");
    ada.item("message-more").last().click();
    assertThat(ada.item("message-actions")).isVisible();
    picture(ada, look, "message-menu");
    ada.page().keyboard().press("Escape");
    ada.item("pick-emoji").first().click();
    assertThat(ada.item("emoji-search")).isFocused();
    assertThat(ada.item("emoji").first()).isVisible();
    picture(ada, look, "emoji");
    ada.closeDialog();
  }

  private static void lookAround(Screen ada, String look) {
    ada.item("show-members").click();
    assertThat(ada.item("member")).hasCount(3);
    picture(ada, look, "members");
    ada.closeDialog();
    ada.item("room-details").click();
    assertThat(ada.item("details-topic")).isVisible();
    picture(ada, look, "room-settings");
    ada.item("open-invitations").click();
    ada.item("make-invitation").click();
    assertThat(ada.item("invitation")).hasCount(1);
    picture(ada, look, "invitations");
    ada.item("withdraw-invitation").click();
    assertThat(ada.item("invitation")).hasCount(0);
    ada.closeDialog();
    ada.page().keyboard().press("Control+k");
    assertThat(ada.item("switcher-query")).isFocused();
    picture(ada, look, "go-to-a-room");
    ada.closeDialog();
    ada.page().keyboard().press("Control+/");
    assertThat(ada.item("key-sheet")).isVisible();
    picture(ada, look, "keys");
    ada.closeDialog();
  }

  /** At the end, because what is written then stays where the page was. */
  private static void loseTheLine(Screen ada, Line line, String look, Scene scene) {
    ada.item("close-settings").click();
    ada.openRoom(scene.rooms().getFirst().getFirst());
    line.cut();
    ada.say(scene.lines().getFirst().text());
    assertThat(ada.item("connection-retry")).isVisible();
    picture(ada, look, "offline");
  }

  private static void settle(Screen ada, String look) {
    if (ada.item("back").isVisible()) {
      ada.item("back").click();
    }
    ada.item("open-settings").click();
    assertThat(ada.item("device").first()).isVisible();
    picture(ada, look, "settings");
    ada.item("delete-account").click();
    assertThat(ada.item("deletion-password")).isFocused();
    picture(ada, look, "delete-account");
    ada.closeDialog();
    // The devices of a picture are none of the next one's.
    if (ada.item("end-other-sessions").isVisible()) {
      ada.item("end-other-sessions").click();
      assertThat(ada.item("device")).hasCount(1);
    }
  }

  private static void picture(Screen screen, String look, String what) {
    screen
        .page()
        .screenshot(
            new Page.ScreenshotOptions().setPath(FOLDER.resolve(look + "-" + what + ".png")));
  }
}
