package org.parley.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.WithRunningSystem;

/** A room of fifty thousand messages is as light as one of five hundred. */
@WithRunningSystem
class LongRoomIT {

  private static final int MESSAGES = 50_000;

  /** What is in the page at most. */
  private static final int ROWS = 400;

  private final RunningSystem system;
  private Wharf wharf;

  LongRoomIT(RunningSystem system) {
    this.system = system;
  }

  /** Each row stands between two comments; what is beyond that was left by rows that are gone. */
  private static final String LEFT_BEHIND =
      """
      (days) => days.map(({ childNodes, children }) =>
          Math.max(0, [...childNodes].filter(({ nodeType }) => nodeType === 8).length - 2 * children.length - 2))
        .reduce((all, one) => all + one, 0)
      """;

  @BeforeEach
  void openTheWharf() {
    wharf = Wharf.open(system);
    wharf.past().says(wharf.ben(), MESSAGES);
  }

  @AfterEach
  void closeTheWharf() {
    if (wharf != null) {
      wharf.close();
    }
  }

  @Test
  void fewRowsAreHeldAndTheOthersReadAgain() {
    try (Screen ada = wharf.ada()) {
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
      timeline.scrollBy(100_000).endsWith(MESSAGES + 1);
    }
  }

  @Test
  void itsMiddleIsNoFurtherAwayThanItsEnd() {
    try (Screen ada = wharf.ada()) {
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
}
