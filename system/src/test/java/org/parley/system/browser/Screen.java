package org.parley.system.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.parley.contract.promise.FrameContract.Speaker;
import org.parley.contract.promise.FrameWatch;

/**
 * One person's browser, in a profile of its own: what they do and see. Closing it fails when a
 * frame on its socket, in either direction, was not as docs/asyncapi.yaml says.
 */
final class Screen implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final BrowserContext profile;
  private final URI origin;
  private final Runnable end;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final FrameWatch watch = new FrameWatch();

  private Screen(BrowserContext profile, URI origin, boolean alone) {
    this.profile = profile;
    this.origin = origin;
    this.page = profile.newPage();
    this.end = alone ? profile::close : page::close;
    page.onPageError(complaints::add);
    page.onDialog(
        dialog -> {
          complaints.add("a dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
    page.onRequest(
        request -> {
          if (!origin.getAuthority().equals(URI.create(request.url()).getAuthority())) {
            complaints.add("a request to " + request.url());
            // Out of whatever the test is doing: no test passes that leaves the origin.
            throw new AssertionError("The page asked another origin: " + request.url());
          }
        });
    page.onWebSocket(
        socket -> {
          socket.onFrameSent(frame -> said(Speaker.CLIENT, frame));
          socket.onFrameReceived(frame -> said(Speaker.SERVER, frame));
        });
    page.navigate(origin.toString());
  }

  static Screen open(Browser browser, URI origin) {
    return open(browser, origin, new Browser.NewContextOptions().setViewportSize(900, 700));
  }

  static Screen open(Browser browser, URI origin, Browser.NewContextOptions options) {
    return new Screen(browser.newContext(options), origin, true);
  }

  /** Another tab of the same browser, and so of the same person. */
  Screen tab() {
    return new Screen(profile, origin, false);
  }

  /** The tab goes away without a word, as when it is killed. */
  void closeTab() {
    page.close();
  }

  /** The number of the open room, from the address. */
  long openRoomId() {
    page.waitForURL(Pattern.compile("#/rooms/\\d+"));
    return Long.parseLong(
        URI.create(page.url()).getFragment().replaceFirst("^/rooms/(\\d+).*$", "$1"));
  }

  /** With parley.v1.batch a text holds several frames, a line each. */
  private void said(Speaker speaker, WebSocketFrame text) {
    text.text().lines().forEach(line -> watch.said(speaker, json(line)));
  }

  private static JsonNode json(String frame) {
    try {
      return JSON.readTree(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  Screen signUp(String username, String password) {
    item("switch-to-signup").click();
    return signUpHere(username, password);
  }

  /** Where the form for it is open already. */
  Screen signUpHere(String username, String password) {
    item("signup-username").fill(username);
    item("signup-email").fill(username + "@example.org");
    item("signup-password").fill(password);
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
    PlaywrightAssertions.assertThat(item("composer")).isVisible();
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

  /**
   * What went wrong in scripts, what the page may not do and tried, and what was asked of other
   * hosts.
   */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  Screen screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    return this;
  }

  @Override
  public void close() {
    end.run();
    watch.verify();
  }
}
