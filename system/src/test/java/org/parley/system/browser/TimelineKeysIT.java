package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** How one comes through the messages without a pointer, and hears of them without seeing them. */
@WithRunningSystem
class TimelineKeysIT {

  private static final String PASSWORD = "a long enough pass phrase";

  private static final String STOPS = ":is(a, button):not([tabindex='-1'])";

  private final RunningSystem system;
  private Chromium chromium;
  private Visitor ben;
  private String name;
  private long room;

  TimelineKeysIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeEach
  void benHasARoom() {
    chromium = Chromium.start();
    ben = Visitor.signUp(system, "ben");
    name = Visitor.freshName("Wharf");
    room = ben.createRoom(name, "public");
  }

  @AfterEach
  void stopChromium() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void isOneStopOfTheTabKeyAndArrowsLeadOn() {
    says(1, 5);
    try (Screen ada = inTheRoom()) {
      Timeline timeline = new Timeline(ada).endsWith(5);
      Assertions.assertThat(timeline.log().locator("[tabindex='0']").count())
          .isLessThanOrEqualTo(2);
      timeline.message(5).focus();
      timeline.message(5).press("ArrowUp");
      assertThat(timeline.message(4)).isFocused();
      assertThat(timeline.message(4)).hasRole(AriaRole.ARTICLE);
      assertThat(timeline.message(4))
          .hasAccessibleName(Pattern.compile("^" + ben.username() + " .*message 4$"));
      timeline.message(4).press("Home");
      assertThat(timeline.message(1)).isFocused();
      timeline.message(1).press("Enter");
      assertThat(ada.item("message-actions").getByTestId("react").first()).isFocused();
      timeline.page().keyboard().press("Escape");
      assertThat(timeline.message(1)).isFocused();
      timeline.message(1).press("End");
      assertThat(timeline.message(5)).isFocused();
    }
  }

  @Test
  void tellsWhatArrivesSeldomAndTogether() {
    says(1, 1);
    try (Screen ada = inTheRoom()) {
      new Timeline(ada).endsWith(1);
      assertThat(new Timeline(ada).log()).hasAttribute("aria-live", "off");
      says(2, 4);
      assertThat(ada.item("announcer"))
          .hasText(
              Pattern.compile("new messages?, the last from " + ben.username() + ": message 4"));
    }
  }

  @Test
  void whatCanBePressedInOtherMessagesIsSkipped() {
    for (long seq : List.of(1L, 2L)) {
      ben.say(room, "see https://parley.example and\n```\ncode\n```");
      ben.api().put("/api/v1/rooms/" + room + "/messages/" + seq + "/reactions/%F0%9F%91%8D");
    }
    try (Screen ada = inTheRoom()) {
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

  private Screen inTheRoom() {
    Screen ada = Screen.open(chromium.browser(), system.origin("/"));
    return ada.signUp(Visitor.freshName("ada"), PASSWORD).joinRoom(name);
  }

  private void says(int from, int to) {
    LongStream.rangeClosed(from, to).forEach(i -> ben.say(room, "message " + i));
  }
}
