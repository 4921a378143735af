package org.parley.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.parley.system.support.Visitor;

/**
 * The browsers of several people, each a profile of its own; tests have them by {@link
 * WithBrowsers}. Closing them judges every page there was, as {@link Screen} says.
 */
final class Browsers implements AutoCloseable {

  private final Chromium chromium;
  private final URI client;
  private final List<Screen> screens = new ArrayList<>();

  /**
   * @param client what is opened in them
   */
  Browsers(Chromium chromium, URI client) {
    this.chromium = chromium;
    this.client = client;
  }

  /** Nobody is signed in. */
  Screen open() {
    return open(window(1000, 700));
  }

  Screen open(int width, int height) {
    return open(window(width, height));
  }

  Screen open(Browser.NewContextOptions options) {
    return open(options, client);
  }

  /** Where somebody comes by a link. */
  Screen openAt(URI address) {
    return open(window(1000, 700), address);
  }

  private static Browser.NewContextOptions window(int width, int height) {
    return new Browser.NewContextOptions().setViewportSize(width, height).setLocale("en");
  }

  private Screen open(Browser.NewContextOptions options, URI address) {
    Screen screen = new Screen(chromium.browser().newContext(options), address);
    screens.add(screen);
    return screen;
  }

  /** Somebody new, who came in by the form. */
  Screen signedUp(String stem) {
    return open().signUp(Visitor.freshName(stem));
  }

  /** Signed in, no room opened. */
  Screen of(Visitor person) {
    return signIn(open(), person);
  }

  /**
   * The same.
   *
   * @param before what is laid into the page first; the page is loaded again with it
   */
  Screen of(Visitor person, Consumer<Page> before) {
    Screen screen = open();
    before.accept(screen.page());
    screen.page().reload();
    return signIn(screen, person);
  }

  static Screen signIn(Screen screen, Visitor person) {
    return screen.signIn(person.username(), person.password()).awaitLive();
  }

  /** A room in somebody's list, by what it is called there. */
  static Locator listed(Screen screen, String name) {
    return screen.page().locator("[data-testid=room-item][data-room-name='" + name + "']");
  }

  static Locator badge(Screen screen, String name) {
    return listed(screen, name).getByTestId("badge");
  }

  /** To write to somebody alone, from the members of the open room. */
  static void writeTo(Screen screen, String username) {
    screen.item("show-members").click();
    screen
        .page()
        .locator("[data-testid=member][data-username='" + username + "']")
        .getByTestId("message-member")
        .click();
    PlaywrightAssertions.assertThat(screen.item("room-name")).hasText(username);
  }

  @Override
  public void close() {
    chromium.close();
    screens.forEach(Screen::judge);
  }
}
