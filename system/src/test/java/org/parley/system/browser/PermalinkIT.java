package org.parley.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Patience;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** Every message has an address, and one can go on from there in both directions. */
@WithRunningSystem
class PermalinkIT {

  private static final String PASSWORD = "a long enough pass phrase";

  private final RunningSystem system;
  private Chromium chromium;
  private Screen ada;
  private Timeline timeline;
  private long room;

  PermalinkIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeEach
  void adaIsInARoomOfTwoHundredMessages() {
    chromium = Chromium.start();
    Visitor ben = Visitor.signUp(system, "ben");
    String name = Visitor.freshName("Archive");
    room = ben.createRoom(name, "public");
    LongStream.rangeClosed(1, 200).forEach(i -> ben.say(room, "message " + i));
    ada = Screen.open(chromium.browser(), system.origin("/"));
    ada.signUp(Visitor.freshName("ada"), PASSWORD).joinRoom(name);
    timeline = new Timeline(ada).endsWith(200);
  }

  @AfterEach
  void stopChromium() {
    if (ada != null) {
      ada.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void opensAroundTheMessageAndMarksIt() {
    goTo(60);
    PlaywrightAssertions.assertThat(timeline.message(60)).isInViewport();
    PlaywrightAssertions.assertThat(timeline.message(60)).hasClass(Pattern.compile("\\btarget\\b"));
    assertThat(timeline.firstSeq()).isGreaterThan(1);
    assertThat(timeline.lastSeq()).isLessThan(200);
    assertThat(ada.complaints()).isEmpty();
  }

  @Test
  void outlivesAReload() {
    goTo(60);
    ada.reload();
    PlaywrightAssertions.assertThat(timeline.message(60)).isFocused();
    PlaywrightAssertions.assertThat(timeline.message(60)).isInViewport();
  }

  @Test
  void pagesBothWaysAndReachesTheNewest() {
    goTo(100);
    while (timeline.firstSeq() > 1) {
      long first = timeline.firstSeq();
      timeline.scrollBy(-100_000);
      Patience.await("older messages", () -> timeline.firstSeq() < first);
    }
    while (timeline.lastSeq() < 200) {
      long last = timeline.lastSeq();
      timeline.scrollBy(100_000);
      Patience.await("newer messages", () -> timeline.lastSeq() > last);
    }
    timeline.scrollBy(100_000).endsWith(200);
    ada.say("and I");
    timeline.endsWith(201);
  }

  @Test
  void leadsBackToTheNewest() {
    goTo(60);
    PlaywrightAssertions.assertThat(ada.item("to-latest")).isVisible();
    ada.item("to-latest").click();
    timeline.endsWith(200);
    PlaywrightAssertions.assertThat(timeline.page())
        .hasURL(Pattern.compile("#/rooms/" + room + "$"));
  }

  @Test
  void whoeverSendsFromFurtherUpSeesIt() {
    goTo(60);
    ada.say("message 201");
    timeline.endsWith(201);
  }

  @Test
  void saysSoWhenThereIsNoSuchMessage() {
    visit(9_999);
    PlaywrightAssertions.assertThat(ada.item("trouble")).containsText("not in this room");
    timeline.endsWith(200);
  }

  private void goTo(long seq) {
    visit(seq);
    PlaywrightAssertions.assertThat(timeline.message(seq)).isFocused();
  }

  private void visit(long seq) {
    timeline.page().navigate(system.origin("/#/rooms/" + room + "/messages/" + seq).toString());
  }
}
