package org.parley.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;

/** Where one reads stays where it is, whatever comes in above and below. */
@WithBrowsers
class TimelineIT {

  /** As little as a row can be off without anybody having moved it: layouts round. */
  private static final Offset<Double> A_PIXEL = within(1.0);

  private static final String OLDER = "/messages?before=";

  private final Wharf wharf;

  TimelineIT(RunningSystem system, Browsers browsers) {
    wharf = new Wharf(system, browsers);
  }

  @Test
  void keepsThePixelWhenOlderMessagesComeInAbove() {
    wharf.past().says(wharf.ben(), 200);
    Screen ada = wharf.ada();
    Timeline timeline = new Timeline(ada).endsWith(200);
    // It is the page that keeps it, and no browser's own anchoring.
    PlaywrightAssertions.assertThat(timeline.log()).hasCSS("overflow-anchor", "none");
    List<Route> held = new CopyOnWriteArrayList<>();
    timeline
        .page()
        .route(
            url -> url.contains(OLDER),
            route -> {
              if (held.isEmpty()) {
                held.add(route);
              } else {
                route.resume();
              }
            });
    timeline.scrollBy(-100_000).await(() -> !held.isEmpty());
    timeline.scrollBy(333);
    long first = timeline.firstSeq();
    double before = timeline.topOf(first + 3);
    held.getFirst().resume();
    PlaywrightAssertions.assertThat(timeline.message(first - 1)).isAttached();
    assertThat(timeline.topOf(first + 3)).isCloseTo(before, A_PIXEL);
  }

  @Test
  void readsAheadOneAndAHalfScreensBeforeOneGetsThere() {
    wharf.past().says(wharf.ben(), 200);
    Screen ada = wharf.ada();
    List<Request> asked = new CopyOnWriteArrayList<>();
    ada.page()
        .onRequest(
            request -> {
              if (request.url().contains(OLDER)) {
                asked.add(request);
              }
            });
    ada.reload().awaitEntered();
    Timeline timeline = new Timeline(ada).endsWith(200);
    double ahead = 1.5 * timeline.height();
    assertThat(timeline.above()).as("a page is higher than that").isGreaterThan(ahead + 20);
    timeline.scrollBy(ahead + 20 - timeline.above());
    ada.page().evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    assertThat(asked).isEmpty();
    timeline.scrollBy(-40).await(() -> !asked.isEmpty());
    assertThat(timeline.above()).as("long before the end").isGreaterThan(timeline.height());
  }

  @Test
  void followsTheNewestOnlyFromTheBottom() {
    wharf.past().says(wharf.ben(), 60);
    Screen ada = wharf.ada();
    Timeline timeline = new Timeline(ada).endsWith(60);
    wharf.says(1);
    timeline.endsWith(61);
    timeline.scrollBy(-400);
    PlaywrightAssertions.assertThat(ada.item("to-latest")).hasCount(0);
    double before = timeline.topOf(50);
    wharf.says(2);
    PlaywrightAssertions.assertThat(ada.item("to-latest")).hasText("2 new messages");
    assertThat(timeline.topOf(50)).isCloseTo(before, A_PIXEL);
    ada.item("to-latest").press("Enter");
    timeline.endsWith(63);
    PlaywrightAssertions.assertThat(ada.item("to-latest")).hasCount(0);
  }

  @Test
  void aSlowFingerGetsAwayFromTheBottom() {
    wharf.past().says(wharf.ben(), 60);
    Screen ada = wharf.ada();
    Timeline timeline = new Timeline(ada).endsWith(60).scrollBy(-10);
    double before = timeline.topOf(60);
    wharf.says(1);
    PlaywrightAssertions.assertThat(ada.item("to-latest")).hasText("1 new message");
    assertThat(timeline.topOf(60)).isCloseTo(before, A_PIXEL);
    timeline.scrollBy(1_000);
    wharf.says(1);
    timeline.endsWith(62);
  }

  @Test
  void aConfirmedMessageTakesItsBubbleAndMovesNoOther() {
    wharf.past().says(wharf.ben(), 60);
    Screen ada = wharf.ada();
    Line line = Line.of(ada.page());
    ada.reload().awaitEntered();
    Timeline timeline = new Timeline(ada).endsWith(60);
    line.withhold("message_ack", "new_message");
    ada.say("message 61").say("message 62");
    Locator mine = ada.item("message").and(ada.page().locator(".mine"));
    PlaywrightAssertions.assertThat(mine).hasCount(2);
    PlaywrightAssertions.assertThat(mine.last()).hasAttribute("data-state", "pending");
    timeline.await(timeline::isAtBottom);
    mine.evaluateAll("rows => rows.forEach(row => { row.marked = true; })");
    List<Double> before = tops(timeline, mine);
    line.letGo();
    timeline.endsWith(62);
    PlaywrightAssertions.assertThat(mine.first()).hasAttribute("data-seq", "61");
    PlaywrightAssertions.assertThat(mine.last()).hasAttribute("data-state", "sent");
    assertThat(mine.evaluateAll("rows => rows.every(row => row.marked)")).isEqualTo(true);
    List<Double> after = tops(timeline, mine);
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i)).as("row %d", i).isCloseTo(before.get(i), A_PIXEL);
    }
  }

  @Test
  void whatArrivesLateStandsWhereItBelongs() {
    wharf.past().says(wharf.ben(), 2);
    Screen ada = wharf.ada();
    Line line = Line.of(ada.page());
    ada.reload().awaitEntered();
    new Timeline(ada).endsWith(2);
    line.withhold("new_message");
    wharf.says(1);
    ada.say("message 4").sees("message 1", "message 2", "message 4");
    line.letGo();
    ada.sees("message 1", "message 2", "message 3", "message 4");
  }

  /** Of what Ben said last and what is Ada's. */
  private static List<Double> tops(Timeline timeline, Locator mine) {
    return List.of(
        timeline.topOf(59),
        timeline.topOf(60),
        timeline.topOf(mine.first()),
        timeline.topOf(mine.last()));
  }
}
