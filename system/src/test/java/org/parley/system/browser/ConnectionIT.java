package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Visitor;

/** A connection that ends: what a person is told, and when it is tried again. The clock is ours. */
@WithBrowsers
class ConnectionIT {

  private static final Pattern SHOWN = Pattern.compile("\\bshown\\b");

  private final Screen ada;
  private final Page page;
  private final Sockets sockets;
  private final PageClock clock;

  ConnectionIT(Browsers browsers) {
    ada = browsers.signedUp("ada");
    page = ada.page();
    sockets = Sockets.of(page);
    clock = new PageClock(page);
    ada.reload();
  }

  /** From here on time passes only when a test says so. */
  private void stopTheClock() {
    clock.install();
    page.reload();
    ada.awaitLive();
    clock.stop();
  }

  private void pass(long ms) {
    clock.pass(ms);
  }

  private void isShown() {
    assertThat(ada.item("connection-state")).hasClass(SHOWN);
  }

  private void isNotShown() {
    assertThat(ada.item("connection-state")).not().hasClass(SHOWN);
  }

  /** The way of a socket is none of the page's time. */
  private void isLive() {
    page.waitForCondition(sockets::areWelcome);
    awaitPainted("a connection", true);
  }

  private void isAway() {
    awaitPainted("no connection", false);
  }

  private void awaitPainted(String what, boolean live) {
    clock.awaitPainted(
        what, () -> live == "live".equals(ada.item("connection-state").getAttribute("data-state")));
  }

  @Test
  void anAbsenceIsToldAfterThreeSecondsAndSaysWhy() {
    stopTheClock();
    sockets.endAll(1012);
    isAway();
    pass(2_500);
    isNotShown();
    pass(600);
    isShown();
    assertThat(ada.item("connection-words")).hasText("The server is restarting.");
    assertThat(ada.item("connection-countdown")).containsText("Trying again");
  }

  @Test
  void oneThatIsOverBeforeIsNotTold() {
    stopTheClock();
    sockets.end(4000);
    isAway();
    pass(1_200); // the first pause is a second at most
    isLive();
    pass(3_000);
    isNotShown();
    assertThat(ada.item("connection-words")).hasText("");
  }

  @Test
  void whoDoesNotWantToWaitTriesNow() {
    stopTheClock();
    sockets.endAll(4000);
    isAway();
    pass(3_200);
    isShown();
    for (int i = 0; i < 50 && ada.item("connection-retry").count() == 0; i++) {
      pass(100); // a try is under way, in vain; the button comes with the next pause
    }
    int before = sockets.count();
    sockets.allow();
    ada.item("connection-retry").click();
    page.waitForCondition(() -> sockets.count() > before);
    pass(100);
    isLive();
    isNotShown();
    assertThat(ada.item("connection-words")).hasText("Connected again.");
  }

  @Test
  void whatTheServerAsksToWaitIsWaitedAndCannotBeSkipped() {
    stopTheClock();
    int before = sockets.count();
    sockets.say(
        """
        {"type":"error","message":"Too many refused frames","code":"rate_limited","retry_after_ms":20000}\
        """);
    sockets.end(4029);
    isAway();
    pass(3_200);
    isShown();
    assertThat(ada.item("connection-words")).containsText("too much to do for you");
    assertThat(ada.item("connection-countdown")).hasText(Pattern.compile("in 1\\d s"));
    assertThat(ada.item("connection-retry")).hasCount(0);
    page.evaluate("dispatchEvent(new Event('online'))");
    pass(13_000);
    assertThat(sockets.count()).isEqualTo(before);
    pass(5_000);
    isLive();
  }

  @Test
  void aNetworkThatCameBackIsTriedAtOnce() {
    isTriedAtOnceAfter("new Event('online')");
  }

  @Test
  void aPageThatIsShownAgainTriesAtOnce() {
    isTriedAtOnceAfter("new PageTransitionEvent('pageshow', { persisted: true })");
  }

  /** No time passes in between, so that it is no try that was due anyway. */
  private void isTriedAtOnceAfter(String event) {
    stopTheClock();
    sockets.endAll(4000);
    isAway();
    int before = sockets.count();
    sockets.allow();
    page.evaluate("dispatchEvent(" + event + ")");
    page.waitForCondition(() -> sockets.count() > before);
    isLive();
  }

  @Test
  void aSocketThatOnlySeemsOpenIsFoundOutWhenThePageIsLookedAtAgain() {
    stopTheClock();
    int before = sockets.count();
    sockets.silence();
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    pass(3_900);
    assertThat(sockets.count()).isEqualTo(before);
    pass(300);
    page.waitForCondition(() -> sockets.count() == before + 1);
    isLive();
    isNotShown();
  }

  @Test
  void anInstanceThatEndsIsLeftBeforeItDoes() {
    int before = sockets.count();
    sockets.say("{\"type\":\"reconnect\",\"after_ms\":50}");
    page.waitForCondition(() -> sockets.count() == before + 1);
    ada.awaitLive();
    isNotShown();
  }

  @Test
  void aTokenThatRunsOutIsRenewedOnTheOpenSocket() {
    int before = sockets.count();
    page.waitForResponse(
        "**/users/refresh", () -> sockets.say("{\"type\":\"token_expiring\",\"expires_at\":1}"));
    ada.createRoom(Visitor.freshName("Harbour")).say("still here").sees("still here");
    assertThat(sockets.count()).isEqualTo(before);
  }

  @Test
  void whoseSessionWasEndedIsTold() {
    sockets.end(4501);
    assertThat(ada.item("entry-remark")).containsText("This session was ended");
    assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")))
        .isVisible();
  }

  @Test
  void whoMayNotComeBackIsTold() {
    sockets.end(4503);
    assertThat(ada.item("entry-remark")).containsText("may not use this server any more");
  }
}
