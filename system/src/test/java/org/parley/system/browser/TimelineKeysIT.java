package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;

/** How one comes through the messages without a pointer, and hears of them without seeing them. */
@WithBrowsers
class TimelineKeysIT {

  private static final String STOPS = ":is(a, button):not([tabindex='-1'])";

  private final Wharf wharf;

  TimelineKeysIT(RunningSystem system, Browsers browsers) {
    wharf = new Wharf(system, browsers);
  }

  @Test
  void isOneStopOfTheTabKeyAndArrowsLeadOn() {
    wharf.says(5);
    Screen ada = wharf.ada();
    Timeline timeline = new Timeline(ada).endsWith(5);
    assertThat(timeline.log().locator("[data-testid=message][tabindex='0']")).hasCount(1);
    timeline.message(5).focus();
    timeline.message(5).press("ArrowUp");
    assertThat(timeline.message(4)).isFocused();
    assertThat(timeline.message(4)).hasRole(AriaRole.ARTICLE);
    assertThat(timeline.message(4))
        .hasAccessibleName(Pattern.compile("^" + wharf.ben().username() + " .*message 4$"));
    timeline.message(4).press("Home");
    assertThat(timeline.message(1)).isFocused();
    timeline.message(1).press("Enter");
    assertThat(ada.item("message-actions").getByTestId("react").first()).isFocused();
    timeline.page().keyboard().press("Escape");
    assertThat(timeline.message(1)).isFocused();
    timeline.message(1).press("End");
    assertThat(timeline.message(5)).isFocused();
  }

  @Test
  void tellsWhatArrivesSeldomAndTogether() {
    wharf.says(1);
    Screen ada = wharf.ada();
    Line line = Line.of(ada.page());
    ada.reload().awaitEntered();
    assertThat(new Timeline(ada).endsWith(1).log()).hasAttribute("aria-live", "off");
    line.withhold("new_message");
    wharf.says(3);
    line.awaitHeldBack(3);
    line.letGo();
    assertThat(ada.item("announcer")).hasText(Pattern.compile("^\\d new messages$"));
  }

  @Test
  void whatCanBePressedInOtherMessagesIsSkipped() {
    for (long seq : List.of(1L, 2L)) {
      wharf.ben().say(wharf.room(), "see https://parley.example and\n```\ncode\n```");
      wharf
          .ben()
          .api()
          .put("/api/v1/rooms/" + wharf.room() + "/messages/" + seq + "/reactions/%F0%9F%91%8D");
    }
    Screen ada = wharf.ada();
    Timeline timeline = new Timeline(ada).endsWith(2);
    assertThat(ada.item("copy-code")).hasCount(2);
    for (long stop : List.of(2L, 1L)) {
      assertThat(timeline.message(stop)).hasAttribute("tabindex", "0");
      // Its link, its code, its reaction and its menu.
      assertThat(timeline.message(stop).locator(STOPS)).hasCount(4);
      assertThat(timeline.message(3 - stop).locator(STOPS)).hasCount(0);
      timeline.message(stop).focus();
      timeline.message(stop).press("ArrowUp");
    }
  }
}
