package org.parley.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;

/** What happened in a room while one was away, for those who come back and read further up. */
@WithBrowsers
class MeanwhileIT {

  private final Wharf wharf;

  MeanwhileIT(RunningSystem system, Browsers browsers) {
    wharf = new Wharf(system, browsers);
  }

  @Test
  void whatWasChangedShowsAndNothingMoves() {
    wharf.past().says(wharf.ben(), 200);
    Screen ada = wharf.ada();
    Line line = Line.of(ada.page());
    ada.reload();
    Timeline timeline = new Timeline(ada).endsWith(200);
    wharf.visit(ada, 10);
    timeline.isAt(10);
    double before = timeline.topOf(10);
    line.cut();
    Api ben = wharf.ben().api();
    String messages = "/api/v1/rooms/" + wharf.room() + "/messages/";
    ben.patch(messages + 10, Map.of("content", "better"));
    ben.delete(messages + 11);
    ben.put(messages + "12/reactions/%F0%9F%91%8D");
    line.reconnect();
    PlaywrightAssertions.assertThat(timeline.message(10)).containsText("better");
    PlaywrightAssertions.assertThat(timeline.message(11)).containsText("removed");
    PlaywrightAssertions.assertThat(timeline.message(12).getByTestId("reaction")).hasText("👍 1");
    assertThat(timeline.lastSeq()).as("the stretch that was here").isLessThan(100);
    assertThat(timeline.topOf(10)).isCloseTo(before, within(1.0));
  }

  @Test
  void whatMayBeMissingIsOfferedToWhoReadsFurtherUp() {
    wharf.past().says(wharf.ben(), 60);
    Screen ada = wharf.ada();
    Sockets sockets = Sockets.of(ada.page());
    ada.reload();
    JsonNode joined = ada.awaitEntered(wharf.room());
    Timeline timeline = new Timeline(ada).endsWith(60).scrollBy(-400);
    double before = timeline.topOf(50);
    wharf.says(1);
    PlaywrightAssertions.assertThat(ada.item("to-latest")).hasText("1 new message");
    sockets.say(resync(joined.path("head").asLong() + 1, joined.path("epoch").asText()));
    PlaywrightAssertions.assertThat(ada.item("missing")).isVisible();
    assertThat(timeline.topOf(50)).as("what is read stays").isCloseTo(before, within(1.0));
    ada.item("load-missing").click();
    PlaywrightAssertions.assertThat(ada.item("missing")).hasCount(0);
    assertThat(timeline.topOf(50)).isCloseTo(before, within(1.0));
    ada.item("to-latest").click();
    timeline.endsWith(61);
  }

  private String resync(long head, String epoch) {
    return String.format(
        "{\"type\":\"resync_required\",\"room_id\":%d,\"head\":%d,\"epoch\":\"%s\"}",
        wharf.room(), head, epoch);
  }
}
