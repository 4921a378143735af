package org.parley.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;

/** A room of fifty thousand messages is as light as one of five hundred. */
@WithBrowsers
class LongRoomIT {

  private static final int MESSAGES = 50_000;

  /** What is in the page at most. */
  private static final int ROWS = 400;

  private final Wharf wharf;

  LongRoomIT(RunningSystem system, Browsers browsers) {
    wharf = new Wharf(system, browsers);
    wharf.past().says(wharf.ben(), MESSAGES);
  }

  /** Each row stands between two comments; what is beyond that was left by rows that are gone. */
  private static final String LEFT_BEHIND =
      """
      (days) => days.map(({ childNodes, children }) =>
          Math.max(0, [...childNodes].filter(({ nodeType }) => nodeType === 8).length - 2 * children.length - 2))
        .reduce((all, one) => all + one, 0)
      """;

  @Test
  void fewRowsAreHeldAndTheOthersReadAgain() {
    Screen ada = wharf.ada();
    Timeline timeline = new Timeline(ada).endsWith(MESSAGES);
    timeline.readBackTo(MESSAGES - 500);
    assertThat(timeline.lastSeq()).as("the newest were dropped").isLessThan(MESSAGES);
    timeline.readOnTo(MESSAGES);
    assertThat(timeline.firstSeq()).as("the oldest were dropped").isGreaterThan(MESSAGES - 500);
    assertThat(timeline.mostRows()).isBetween(200, ROWS);
    assertThat(ada.page().locator(".block").evaluateAll(LEFT_BEHIND))
        .as("marks of rows that went")
        .isEqualTo(0);
    wharf.says(1);
    timeline.readOnTo(MESSAGES + 1).endsWith(MESSAGES + 1);
  }

  @Test
  void itsMiddleIsNoFurtherAwayThanItsEnd() {
    Screen ada = wharf.ada();
    Timeline timeline = new Timeline(ada).endsWith(MESSAGES);
    wharf.visit(ada, MESSAGES / 2);
    timeline.isAt(MESSAGES / 2);
    timeline.readBackTo(MESSAGES / 2 - 200).readOnTo(MESSAGES / 2 + 200);
    assertThat(timeline.mostRows()).isBetween(200, ROWS);
    ada.item("to-latest").click();
    timeline.endsWith(MESSAGES);
    assertThat(timeline.rows()).isLessThanOrEqualTo(ROWS);
  }
}
