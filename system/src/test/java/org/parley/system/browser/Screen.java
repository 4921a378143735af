package org.parley.system.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One person's browser, in a profile of its own: what they do and see. In the end it is judged by
 * what its {@link PageWatch} noted.
 */
final class Screen {

  /** Of everybody who signs up here. */
  static final String PASSWORD = "a long enough pass phrase";

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static final String BYTES =
      """
      () => performance.getEntries().filter(({ name }) => !name.includes('/api/'))
        .reduce((sum, { encodedBodySize = 0 }) => sum + encodedBodySize, 0)
      """;

  private final BrowserContext profile;
  private final URI origin;
  private final Page page;
  private final List<Screen> tabs = new ArrayList<>();
  private final PageWatch watch;

  Screen(BrowserContext profile, URI origin) {
    this.profile = profile;
    this.origin = origin;
    this.page = profile.newPage();
    this.watch = PageWatch.over(page, origin);
    page.navigate(origin.toString());
  }

  /** Another tab of the same browser, and so of the same person. */
  Screen tab() {
    Screen tab = new Screen(profile, origin);
    tabs.add(tab);
    return tab;
  }

  /** It goes away without a word, as when it is killed. */
  void closeTab() {
    page.close();
  }

  /** The number of the open room, from the address. */
  long openRoomId() {
    page.waitForURL(Pattern.compile("#/rooms/\\d+"));
    return Long.parseLong(
        URI.create(page.url()).getFragment().replaceFirst("^/rooms/(\\d+).*$", "$1"));
  }

  /** As it is in the form; what comes of it is another matter. */
  Screen signIn(String login, String password) {
    item("signin-login").fill(login);
    item("signin-password").fill(password);
    item("signin-submit").click();
    return this;
  }

  Screen signUp(String username) {
    item("switch-to-signup").click();
    return signUpHere(username);
  }

  /** Where the form for it is open already. */
  Screen signUpHere(String username) {
    item("signup-username").fill(username);
    item("signup-email").fill(username + "@example.org");
    item("signup-password").fill(PASSWORD);
    item("signup-submit").click();
    return awaitLive();
  }

  Screen awaitLive() {
    PlaywrightAssertions.assertThat(item("connection-state")).hasAttribute("data-state", "live");
    return this;
  }

  Screen createRoom(String name) {
    item("create-room").click();
    PlaywrightAssertions.assertThat(item("create-room-name")).isFocused();
    item("create-room-name").fill(name);
    item("create-room-submit").click();
    PlaywrightAssertions.assertThat(item("room-name")).hasText(name);
    PlaywrightAssertions.assertThat(item("composer")).isFocused(); // a moment after the dialog went
    return this;
  }

  Screen joinRoom(String name) {
    item("browse-rooms").click();
    item("browse-query").fill(name); // among hundreds of rooms it is not on the first page
    page.locator("[data-testid=join-room][data-room-name='" + name + "']").click();
    PlaywrightAssertions.assertThat(item("composer")).isVisible();
    return this;
  }

  Screen openRoom(String name) {
    page.locator("[data-testid=room-item][data-room-name='" + name + "']").click();
    PlaywrightAssertions.assertThat(item("composer")).isVisible();
    return this;
  }

  Screen say(String text) {
    item("composer").fill(text);
    item("composer").press("Enter");
    return this;
  }

  /** Returns once exactly these messages are shown, in this order, all of them sent. */
  Screen sees(String... texts) {
    PlaywrightAssertions.assertThat(item("message-content")).hasText(texts);
    PlaywrightAssertions.assertThat(page.locator("[data-testid=message][data-state=pending]"))
        .hasCount(0);
    return this;
  }

  /** ArrowUp in the empty composer edits what one said last. */
  Screen editLast(String text) {
    item("composer").press("ArrowUp");
    item("message-editor").fill(text);
    item("message-editor").press("Enter");
    PlaywrightAssertions.assertThat(item("composer")).isFocused();
    return this;
  }

  Screen react(String text, String emoji) {
    message(text).getByTestId("message-more").click();
    message(text).locator("[data-testid=react][data-emoji='" + emoji + "']").click();
    return this;
  }

  /** Returns once exactly these reactions stand below the message. */
  Screen seesReactions(String text, String... reactions) {
    PlaywrightAssertions.assertThat(message(text).getByTestId("reaction")).hasText(reactions);
    return this;
  }

  Screen remove(String text) {
    message(text).getByTestId("message-more").click();
    message(text).getByTestId("message-remove").click();
    item("remove-confirm").click();
    return this;
  }

  private Locator message(String text) {
    return item("message").filter(new Locator.FilterOptions().setHasText(text));
  }

  Screen reload() {
    page.reload();
    return awaitLive();
  }

  /** Returns once the socket is in the open room, and is given all that happens there. */
  Screen awaitEntered() {
    awaitEntered(openRoomId());
    return this;
  }

  /** The same of any room; what the server said then. */
  JsonNode awaitEntered(long room) {
    page.waitForCondition(() -> watch.entered(room).isPresent());
    return watch.entered(room).orElseThrow();
  }

  /** By Escape; returns once it is gone. */
  Screen closeDialog() {
    page.keyboard().press("Escape");
    PlaywrightAssertions.assertThat(page.locator("parley-dialog")).hasCount(0);
    return this;
  }

  /** For what only one test does. */
  Page page() {
    return page;
  }

  Locator item(String testId) {
    return page.getByTestId(testId);
  }

  /** What {@link PageWatch} noted so far; whoever takes it judges it. */
  List<String> takeComplaints() {
    return watch.takeComplaints();
  }

  /** Of the client itself, compressed. */
  int bytesLoaded() {
    return ((Number) page.evaluate(BYTES)).intValue();
  }

  Screen screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    return this;
  }

  /** Fails when something was wrong here or in a tab of it. */
  void judge() {
    watch.verify();
    tabs.forEach(Screen::judge);
  }
}
