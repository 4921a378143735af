package org.parley.system.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.parley.system.support.Patience;

/** The messages of the open room as somebody sees them: which are there, and where they stand. */
final class Timeline {

  private final Screen screen;

  Timeline(Screen screen) {
    this.screen = screen;
  }

  Page page() {
    return log().page();
  }

  Locator log() {
    return screen.item("timeline");
  }

  Locator message(long seq) {
    return page().locator("[data-testid=message][data-seq='" + seq + "']");
  }

  /** Rows of every kind. */
  int rows() {
    return number(log(), "log => log.querySelectorAll('.block > *').length").intValue();
  }

  long firstSeq() {
    return seq(screen.item("message").first());
  }

  long lastSeq() {
    return seq(screen.item("message").last());
  }

  /** How far below the upper edge of the list a message begins, in pixels. */
  double topOf(long seq) {
    return number(
            message(seq),
            "row => row.getBoundingClientRect().top"
                + " - row.closest('.scroller').getBoundingClientRect().top")
        .doubleValue();
  }

  /** As one does who turns the wheel; negative is up. */
  Timeline scrollBy(int pixels) {
    log().evaluate("(log, by) => { log.scrollTop += by; }", pixels);
    return this;
  }

  boolean isAtBottom() {
    return number(log(), "log => log.scrollHeight - log.scrollTop - log.clientHeight").doubleValue()
        < 2;
  }

  /** Returns once the list ends with this message, and that is in sight. */
  Timeline endsWith(long seq) {
    PlaywrightAssertions.assertThat(screen.item("message").last())
        .hasAttribute("data-seq", Long.toString(seq));
    Patience.await("the bottom", this::isAtBottom);
    return this;
  }

  private static long seq(Locator row) {
    return Long.parseLong(row.getAttribute("data-seq"));
  }

  private static Number number(Locator of, String script) {
    return (Number) of.evaluate(script);
  }
}
