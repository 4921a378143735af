package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/** When things were said: days, where one is, and who spoke on. */
@WithBrowsers
class DaysIT {

  /** Where Ada is; nobody puts clocks forward there. */
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final RunningSystem system;
  private final Wharf wharf;

  DaysIT(RunningSystem system, Browsers browsers) {
    this.system = system;
    wharf = new Wharf(system, browsers);
  }

  @Test
  void aDayIsNamedOnceAndItsNameStaysWhileItGoesBy() {
    // In London it is one day.
    Instant midnight = midnight(2025, 3, 4);
    Duration minute = Duration.ofMinutes(1);
    wharf
        .past()
        .says(wharf.ben(), 24, midnight.minusSeconds(1), minute)
        .says(wharf.ben(), 24, midnight.plus(minute.multipliedBy(24)), minute);
    Screen ada = inTokyo();
    Timeline timeline = new Timeline(ada).endsWith(48);
    assertThat(ada.item("day")).hasText(new String[] {"March 3, 2025", "March 4, 2025"});
    Locator first = ada.item("day").first();
    Locator second = ada.item("day").last();
    double edge = at(timeline, 28).topOf(second);
    assertThat(edge).isBetween(0.0, 16.0);
    assertThat(second).isInViewport();
    assertThat(first).not().isInViewport();
    assertThat(at(timeline, 31).topOf(second)).isCloseTo(edge, within(1.0));
    assertThat(at(timeline, 10).topOf(first)).isCloseTo(edge, within(1.0));
    assertThat(first).isInViewport();
    assertThat(timeline.topOf(25) - timeline.topOf(second)).as("just above").isBetween(0.0, 60.0);
  }

  @Test
  void whoSpeaksOnWithinFiveMinutesIsNamedOnce() {
    Visitor cleo = Visitor.signUp(system, "cleo");
    cleo.join(wharf.room());
    Instant noon = midnight(2025, 3, 4).plus(Duration.ofHours(12));
    wharf
        .past()
        .says(wharf.ben(), 1, noon, Duration.ZERO)
        .says(wharf.ben(), 1, noon.plusSeconds(299), Duration.ZERO)
        .says(wharf.ben(), 1, noon.plusSeconds(299 + 301), Duration.ZERO)
        .says(cleo, 1, noon.plusSeconds(601), Duration.ZERO)
        .says(wharf.ben(), 1, noon.plusSeconds(602), Duration.ZERO);
    Screen ada = inTokyo();
    new Timeline(ada).endsWith(5);
    String ben = wharf.ben().username();
    assertThat(ada.page().locator("[data-testid=message].first .name"))
        .hasText(new String[] {ben, ben, cleo.username(), ben});
    assertThat(ada.page().locator("[data-testid=message].first").getByTestId("message-content"))
        .hasText(new String[] {"message 1", "message 3", "message 4", "message 5"});
  }

  @Test
  void leadsToADay() {
    for (int day : new int[] {1, 11, 21}) {
      Instant noon = midnight(2025, 3, day).plus(Duration.ofHours(12));
      wharf.past().says(wharf.ben(), 80, noon, Duration.ofSeconds(1));
    }
    Screen ada = inTokyo();
    Timeline timeline = new Timeline(ada).endsWith(240);
    goTo(ada, "2025-03-11");
    timeline.isAt(81);
    assertThat(timeline.lastSeq()).isLessThan(240);
    // Nothing was said on that day: where it went on.
    goTo(ada, "2025-03-02");
    timeline.isAt(81);
    goTo(ada, "2025-02-01");
    timeline.isAt(1);
    goTo(ada, "2025-04-01");
    timeline.endsWith(240);
  }

  private Screen inTokyo() {
    return wharf.ada(
        new Browser.NewContextOptions().setViewportSize(900, 700).setTimezoneId(TOKYO.getId()));
  }

  private static Timeline at(Timeline timeline, long seq) {
    return timeline.scrollBy(timeline.topOf(seq));
  }

  private static void goTo(Screen screen, String day) {
    screen.item("to-date").click();
    assertThat(screen.page().locator("#day")).isFocused();
    screen.page().locator("#day").fill(day);
    screen.page().keyboard().press("Enter");
    assertThat(screen.item("date-panel")).hasCount(0);
  }

  private static Instant midnight(int year, int month, int day) {
    return LocalDate.of(year, month, day).atStartOfDay(TOKYO).toInstant();
  }
}
