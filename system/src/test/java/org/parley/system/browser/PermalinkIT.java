package org.parley.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RunningSystem;

/** Every message has an address, and one can go on from there in both directions. */
@WithBrowsers
class PermalinkIT {

  private final Wharf wharf;
  private final Screen ada;
  private final Timeline timeline;

  PermalinkIT(RunningSystem system, Browsers browsers) {
    wharf = new Wharf(system, browsers);
    wharf.past().says(wharf.ben(), 200);
    ada = wharf.ada();
    timeline = new Timeline(ada).endsWith(200);
  }

  @Test
  void opensAroundTheMessageAndMarksIt() {
    goTo(60);
    PlaywrightAssertions.assertThat(timeline.message(60)).hasClass(Pattern.compile("\\btarget\\b"));
    assertThat(timeline.firstSeq()).isGreaterThan(1);
    assertThat(timeline.lastSeq()).isLessThan(200);
  }

  @Test
  void outlivesAReload() {
    goTo(60);
    ada.reload();
    timeline.isAt(60);
  }

  @Test
  void pagesBothWaysAndReachesTheNewest() {
    goTo(100);
    timeline.readBackTo(1);
    timeline.readOnTo(200).endsWith(200);
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
        .hasURL(Pattern.compile("#/rooms/" + wharf.room() + "$"));
  }

  @Test
  void whoeverSendsFromFurtherUpSeesIt() {
    goTo(60);
    ada.say("message 201");
    timeline.endsWith(201);
  }

  @Test
  void saysSoWhenThereIsNoSuchMessage() {
    wharf.visit(ada, 9_999);
    PlaywrightAssertions.assertThat(ada.item("trouble")).containsText("not in this room");
    timeline.endsWith(200);
  }

  private void goTo(long seq) {
    wharf.visit(ada, seq);
    timeline.isAt(seq);
  }
}
