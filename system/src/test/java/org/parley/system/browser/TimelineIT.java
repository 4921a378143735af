package org.parley.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Patience;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** Where one reads stays where it is, whatever comes in above and below. */
@WithRunningSystem
class TimelineIT {

  private static final String PASSWORD = "a long enough pass phrase";

  private final RunningSystem system;
  private Chromium chromium;
  private Visitor ben;
  private String name;
  private long room;

  TimelineIT(RunningSystem system) {
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
  void keepsThePixelWhenOlderMessagesComeInAbove() {
    says(1, 200);
    try (Screen ada = inTheRoom()) {
      Timeline timeline = new Timeline(ada).endsWith(200);
      List<Route> held = new CopyOnWriteArrayList<>();
      timeline
          .page()
          .route(
              "**/messages?before=*",
              route -> {
                if (held.isEmpty()) {
                  held.add(route);
                } else {
                  route.resume();
                }
              });
      timeline.scrollBy(-100_000); // to the top of what is there: more is asked for
      timeline.page().waitForCondition(() -> !held.isEmpty());
      timeline.scrollBy(333);
      long seen = timeline.firstSeq() + 3;
      double before = timeline.topOf(seen);
      long first = timeline.firstSeq();
      held.getFirst().resume();
      PlaywrightAssertions.assertThat(timeline.message(first - 1)).isAttached();
      assertThat(timeline.topOf(seen)).isCloseTo(before, within(1.0));
      assertThat(ada.complaints()).isEmpty();
    }
  }

  @Test
  void holdsFewRowsAndReadsTheOthersAgain() {
    says(1, 500);
    try (Screen ada = inTheRoom()) {
      Timeline timeline = new Timeline(ada).endsWith(500);
      while (timeline.firstSeq() > 1) {
        long first = timeline.firstSeq();
        timeline.scrollBy(-100_000);
        Patience.await("older messages", () -> timeline.firstSeq() < first);
        assertThat(timeline.rows()).isLessThanOrEqualTo(400);
      }
      assertThat(timeline.lastSeq()).as("the newest were dropped").isLessThan(500);
      while (timeline.lastSeq() < 500) {
        long last = timeline.lastSeq();
        timeline.scrollBy(100_000);
        Patience.await("newer messages", () -> timeline.lastSeq() > last);
        assertThat(timeline.rows()).isLessThanOrEqualTo(400);
      }
      assertThat(timeline.firstSeq()).as("the oldest were dropped").isGreaterThan(1);
      ben.say(room, "message 501");
      timeline.scrollBy(100_000).endsWith(501);
    }
  }

  @Test
  void followsTheNewestOnlyFromTheBottom() {
    says(1, 60);
    try (Screen ada = inTheRoom()) {
      Timeline timeline = new Timeline(ada).endsWith(60);
      says(61, 61);
      timeline.endsWith(61);
      timeline.scrollBy(-400);
      PlaywrightAssertions.assertThat(ada.item("to-latest")).hasCount(0);
      double before = timeline.topOf(50);
      says(62, 63);
      PlaywrightAssertions.assertThat(ada.item("to-latest")).hasText("2 new messages");
      assertThat(timeline.topOf(50)).isCloseTo(before, within(1.0));
      ada.item("to-latest").press("Enter");
      timeline.endsWith(63);
      PlaywrightAssertions.assertThat(ada.item("to-latest")).hasCount(0);
    }
  }

  @Test
  void aSlowFingerGetsAwayFromTheBottom() {
    says(1, 60);
    try (Screen ada = inTheRoom()) {
      Timeline timeline = new Timeline(ada).endsWith(60).scrollBy(-10);
      double before = timeline.topOf(60);
      says(61, 61);
      PlaywrightAssertions.assertThat(ada.item("to-latest")).hasText("1 new message");
      assertThat(timeline.topOf(60)).isCloseTo(before, within(1.0));
      timeline.scrollBy(1_000);
      says(62, 62);
      timeline.endsWith(62);
    }
  }

  @Test
  void aConfirmedMessageStaysInItsPlace() {
    says(1, 3);
    try (Screen ada = inTheRoom()) {
      new Timeline(ada).endsWith(3).page().context().setOffline(true);
      ada.say("message 4");
      Locator mine = ada.item("message").last();
      PlaywrightAssertions.assertThat(mine).hasAttribute("data-state", "pending");
      mine.evaluate("row => { row.marked = true; }");
      new Timeline(ada).page().context().setOffline(false);
      PlaywrightAssertions.assertThat(mine).hasAttribute("data-seq", "4");
      assertThat(mine.evaluate("row => row.marked")).as("the same element").isEqualTo(true);
      ada.sees(texts(1, 4));
    }
  }

  @Test
  void whatWasEditedAndRemovedMeanwhileShowsFurtherUpToo() {
    says(1, 200);
    try (Screen ada = inTheRoom()) {
      Timeline timeline = new Timeline(ada).endsWith(200);
      ada.item("composer").evaluate("() => { location.hash += '/messages/10'; }");
      PlaywrightAssertions.assertThat(timeline.message(10)).isFocused();
      timeline.page().context().setOffline(true);
      ben.api().patch("/api/v1/rooms/" + room + "/messages/10", Map.of("content", "better"));
      ben.api().delete("/api/v1/rooms/" + room + "/messages/11");
      timeline.page().context().setOffline(false);
      PlaywrightAssertions.assertThat(timeline.message(10)).containsText("better");
      PlaywrightAssertions.assertThat(timeline.message(11)).containsText("removed");
      assertThat(timeline.lastSeq()).as("and nothing else moved").isLessThan(100);
    }
  }

  @Test
  void offersWhatMayBeMissingToWhoReadsFurtherUp() {
    says(1, 60);
    AtomicReference<WebSocketRoute> socket = new AtomicReference<>();
    try (TestSocket other = TestSocket.open(system.socket(0));
        Screen ada = Screen.open(chromium.browser(), system.origin("/"))) {
      Timeline timeline = new Timeline(ada);
      timeline
          .page()
          .routeWebSocket(
              Pattern.compile(".*/ws"),
              route -> {
                route.connectToServer();
                socket.set(route);
              });
      timeline.page().reload(); // a page is routed from its beginning
      ada.signUp(Visitor.freshName("ada"), PASSWORD).joinRoom(name);
      timeline.endsWith(60).scrollBy(-400);
      double before = timeline.topOf(50);
      other.authenticate(ben);
      JsonNode joined = other.join(room);
      ben.say(room, "message 61");
      PlaywrightAssertions.assertThat(ada.item("to-latest")).hasText("1 new message");
      socket.get().send(resync(joined.path("head").asLong() + 1, joined.path("epoch").asText()));
      PlaywrightAssertions.assertThat(ada.item("missing")).isVisible();
      assertThat(timeline.topOf(50)).as("what is read stays").isCloseTo(before, within(1.0));
      ada.item("load-missing").click();
      PlaywrightAssertions.assertThat(ada.item("missing")).hasCount(0);
      assertThat(timeline.topOf(50)).isCloseTo(before, within(1.0));
      ada.item("to-latest").click();
      timeline.endsWith(61);
    }
  }

  private Screen inTheRoom() {
    Screen ada = Screen.open(chromium.browser(), system.origin("/"));
    return ada.signUp(Visitor.freshName("ada"), PASSWORD).joinRoom(name);
  }

  private String resync(long head, String epoch) {
    return String.format(
        "{\"type\":\"resync_required\",\"room_id\":%d,\"head\":%d,\"epoch\":\"%s\"}",
        room, head, epoch);
  }

  private void says(int from, int to) {
    LongStream.rangeClosed(from, to).forEach(i -> ben.say(room, "message " + i));
  }

  private static String[] texts(int from, int to) {
    return LongStream.rangeClosed(from, to).mapToObj(i -> "message " + i).toArray(String[]::new);
  }
}
