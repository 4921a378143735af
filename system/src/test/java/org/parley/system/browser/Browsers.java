package org.parley.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/**
 * The browsers of several people, each a profile of its own. Closing them fails when one of their
 * pages had something to complain about.
 */
final class Browsers implements AutoCloseable {

  private final Chromium chromium = Chromium.start();
  private final List<Screen> screens = new ArrayList<>();
  private final RunningSystem system;

  Browsers(RunningSystem system) {
    this.system = system;
  }

  /** Nobody is signed in; this is what they opened. */
  Screen opening(URI address) {
    Screen screen =
        Screen.open(
            chromium.browser(),
            address,
            new Browser.NewContextOptions().setViewportSize(1000, 700).setLocale("en"));
    screens.add(screen);
    return screen;
  }

  /** Signed in, no room opened. */
  Screen of(Visitor person) {
    return of(person, page -> {});
  }

  /**
   * The same.
   *
   * @param before what is laid into the page first; the page is loaded again with it
   */
  Screen of(Visitor person, Consumer<Page> before) {
    Screen screen = opening(system.origin("/"));
    before.accept(screen.page());
    screen.page().reload();
    signIn(screen, person);
    return screen;
  }

  static void signIn(Screen screen, Visitor person) {
    screen.item("signin-login").fill(person.username());
    screen.item("signin-password").fill(person.password());
    screen.item("signin-submit").click();
    screen.awaitLive();
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
    List<String> complaints = new ArrayList<>();
    try (chromium) {
      for (Screen screen : screens) {
        complaints.addAll(screen.complaints());
        screen.close();
      }
    }
    assertThat(complaints).isEmpty();
  }
}
