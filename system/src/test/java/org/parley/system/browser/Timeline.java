package org.parley.system.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.function.BooleanSupplier;

/** The messages of the open room as somebody sees them: which are there, and where they stand. */
final class Timeline {

  /** A dozen pages on a busy machine. */
  private static final double LIMIT_MS = 60_000;

  /** Nothing is heard where it stands at that end already, or the list is drawn anew meanwhile. */
  private static final String SCROLL =
      """
      (log, by) => new Promise((done) => {
        const before = log.scrollTop;
        log.addEventListener('scroll', done, { once: true });
        log.scrollTop += by;
        requestAnimationFrame(() => requestAnimationFrame(done)); // heard in the first, if at all
        if (log.scrollTop === before) {
          log.removeEventListener('scroll', done);
          done();
        }
      })
      """;

  /** Further than any list is high. */
  private static final int FAR = 1_000_000;

  private final Screen screen;
  private int mostRows;

  Timeline(Screen screen) {
    this.screen = screen;
  }

  Page page() {
    return screen.page();
  }

  Locator log() {
    return screen.item("timeline");
  }

  Locator message(long seq) {
    return page().locator("[data-testid=message][data-seq='" + seq + "']");
  }

  /** Rows of every kind. */
  int rows() {
    return (int) number(log(), "log => log.querySelectorAll('.block > *').length");
  }

  long firstSeq() {
    return seq(screen.item("message").first());
  }

  long lastSeq() {
    return seq(screen.item("message").last());
  }

  /** How far below the upper edge of the list a message begins, in pixels. */
  double topOf(long seq) {
    return topOf(message(seq));
  }

  /** The same of anything in it. */
  double topOf(Locator item) {
    return number(
        item,
        "item => item.getBoundingClientRect().top"
            + " - item.closest('.scroller').getBoundingClientRect().top");
  }

  /** A screen, in pixels. */
  double height() {
    return number(log(), "log => log.clientHeight");
  }

  /** How much is above the screen, in pixels. */
  double above() {
    return number(log(), "log => log.scrollTop");
  }

  /** As one does who turns the wheel; negative is up. Returns when the page has heard of it. */
  Timeline scrollBy(double pixels) {
    log().evaluate(SCROLL, pixels);
    return this;
  }

  /** Scrolls up as long as it takes until this message is there. */
  Timeline readBackTo(long seq) {
    return await(() -> edge(-FAR).firstSeq() <= seq);
  }

  /**
   * Scrolls down as long as it takes until this message is there, and in sight if it is the last.
   */
  Timeline readOnTo(long seq) {
    return await(() -> edge(FAR).lastSeq() >= seq && isAtBottom());
  }

  /** The most rows there were at once while somebody read on. */
  int mostRows() {
    return mostRows;
  }

  private Timeline edge(int way) {
    mostRows = Math.max(mostRows, rows());
    return scrollBy(way);
  }

  boolean isAtBottom() {
    return number(log(), "log => log.scrollHeight - log.scrollTop - log.clientHeight") < 2;
  }

  /** Returns once the list ends with this message, and that is in sight. */
  Timeline endsWith(long seq) {
    PlaywrightAssertions.assertThat(screen.item("message").last())
        .hasAttribute("data-seq", Long.toString(seq));
    return await(this::isAtBottom);
  }

  /** Returns once the message somebody asked for is there and they are on it. */
  Timeline isAt(long seq) {
    PlaywrightAssertions.assertThat(message(seq)).isFocused();
    PlaywrightAssertions.assertThat(message(seq)).isInViewport();
    return this;
  }

  Timeline await(BooleanSupplier condition) {
    page().waitForCondition(condition, new Page.WaitForConditionOptions().setTimeout(LIMIT_MS));
    return this;
  }

  private static long seq(Locator row) {
    return Long.parseLong(row.getAttribute("data-seq"));
  }

  private static double number(Locator of, String script) {
    return ((Number) of.evaluate(script)).doubleValue();
  }
}
