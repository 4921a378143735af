package org.parley.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.parley.system.support.Patience;

/** The clock of a page in a test's hands. */
final class PageClock {

  /** It is stopped at a time that is still to come, however long that takes. */
  private static final int AHEAD_MS = 5_000;

  /** Of a screen that shows sixty a second, rounded up. */
  private static final int FRAME_MS = 17;

  /** Most that are waited for: five seconds of the page's. */
  private static final int FRAMES = 300;

  private final Page page;

  PageClock(Page page) {
    this.page = page;
  }

  /** For whatever is loaded after it. */
  void install() {
    page.clock().install();
  }

  /** From here on time passes only when a test says so. */
  void stop() {
    page.clock().pauseAt(((Number) page.evaluate("Date.now()")).longValue() + AHEAD_MS);
  }

  /** In small steps, so that what the page does in between has its turn. */
  void pass(long ms) {
    for (long passed = 0; passed < ms; passed += 100) {
      page.clock().runFor(Math.min(100, ms - passed));
    }
  }

  /**
   * Waits until the page shows something: it is painted by frames, and they are time, too. Of the
   * page's it takes five seconds at most, of ours a minute.
   */
  void awaitPainted(String what, BooleanSupplier condition) {
    for (int frame = 1; !condition.getAsBoolean(); frame++) {
      assertThat(frame).as(what).isLessThan(FRAMES);
      page.clock().runFor(FRAME_MS);
      Patience.pause(Duration.ofMillis(frame)); // ever longer
    }
  }
}
