package org.parley.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.system.support.Visitor;

/** What was written without a connection: it survives, and comes to the others once. */
@WithBrowsers
class OutboxIT {

  private final String room = Visitor.freshName("Pier");
  private final Screen ada;
  private final Screen ben;
  private final Line line;

  OutboxIT(Browsers browsers) {
    ada = browsers.signedUp("ada").createRoom(room);
    ben = browsers.signedUp("ben").joinRoom(room);
    line = Line.of(ada.page());
    ada.reload().openRoom(room);
  }

  @Test
  void whatWasSaidOfflineSurvivesAReloadAndArrivesOnce() {
    goOffline(ada);
    ada.say("one").say("two");
    Stash.awaitKept(ada, "one", "two");
    ada.page().reload();
    ada.openRoom(room);
    assertThat(ada.item("message-content")).hasText(new String[] {"one", "two"});

    line.reconnect();
    ada.sees("one", "two");
    Stash.awaitNothingKept(ada);
    ada.say("three"); // after whatever else was on its way
    ben.sees("one", "two", "three");
  }

  @Test
  void whatReachedTheServerWithoutAnAckArrivesOnceToo() {
    line.withhold("message_ack", "new_message");
    ada.say("did you get this?");
    ben.sees("did you get this?");
    assertThat(ada.item("message")).hasAttribute("data-state", "pending");
    line.cut();
    line.withhold();
    line.reconnect();
    ada.sees("did you get this?").say("and this?");
    ben.sees("did you get this?", "and this?");
  }

  @Test
  void hoursOfflineLoseNothing() {
    ada.page().clock().install();
    ada.reload().openRoom(room);
    goOffline(ada);
    ada.page().context().setOffline(true);
    ada.say("in the morning");
    Stash.awaitKept(ada, "in the morning");
    // Tokens run out meanwhile, and every way to the server is tried in vain.
    ada.page().clock().fastForward("05:00:00");
    ada.say("in the afternoon");
    ada.page().clock().fastForward("05:00:00");
    assertThat(ada.item("message-content"))
        .hasText(new String[] {"in the morning", "in the afternoon"});
    ben.sees();

    ada.page().context().setOffline(false);
    line.reconnect();
    ada.sees("in the morning", "in the afternoon");
    ben.sees("in the morning", "in the afternoon");
    Stash.awaitNothingKept(ada);
  }

  @Test
  void whatWasRefusedAndTheNextDraftSurviveAReload() {
    line.refuse("forbidden");
    ada.say("let me in");
    assertThat(ada.item("failure")).isVisible();
    ada.item("composer").fill("the next thought");
    Stash.awaitKept(ada, "let me in", "the next thought");
    ada.reload().openRoom(room);
    assertThat(ada.item("failure")).containsText("You may not do this here.");
    assertThat(ada.item("composer")).hasValue("the next thought");

    line.answerNoMore();
    ada.item("retry").click();
    ada.sees("let me in");
    ben.sees("let me in");
    assertThat(ada.item("composer")).hasValue("the next thought");
    assertThat(line.said("send_message"))
        .extracting(frame -> frame.path("client_msg_id").asText())
        .hasSize(2)
        .containsOnly(line.said("send_message").getFirst().path("client_msg_id").asText());
  }

  @Test
  void anotherTabTakesOverWhenOneIsKilled() {
    goOffline(ada);
    ada.say("from the tab that dies");
    Stash.awaitKept(ada, "from the tab that dies");
    Screen second = ada.tab().awaitLive().openRoom(room);
    assertThat(second.item("message")).hasCount(0);
    ada.closeTab();
    second.sees("from the tab that dies");
    ben.sees("from the tab that dies");
  }

  @Test
  void theNextVisitTakesOverWhatAKilledTabLeft() {
    goOffline(ada);
    ada.say("left behind");
    ada.item("composer").fill("a thought");
    Stash.awaitKept(ada, "left behind", "a thought");
    Screen next = ada.tab();
    ada.closeTab();
    next.awaitLive().openRoom(room).sees("left behind");
    assertThat(next.item("composer")).hasValue("a thought");
    ben.sees("left behind");
  }

  @Test
  void signingOutLeavesNothingBehind() {
    goOffline(ada);
    ada.say("for nobody else");
    ada.item("composer").fill("nor this");
    Stash.awaitKept(ada, "for nobody else", "nor this");
    ada.item("sign-out").click();
    assertThat(ada.item("signin-submit")).isVisible();
    Stash.awaitNothingKept(ada);
    line.mend();
    ada.signUp(Visitor.freshName("cleo")).joinRoom(room);
    assertThat(ada.item("composer")).hasValue("");
    assertThat(ada.item("message")).hasCount(0);
  }

  @Test
  void aBrowserThatKeepsNothingSendsAllTheSame() {
    ada.page()
        .addInitScript(
            "indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); };");
    ada.reload().openRoom(room);
    goOffline(ada);
    ada.say("one").say("two");
    assertThat(ada.item("message-content")).hasText(new String[] {"one", "two"});
    line.reconnect();
    ada.sees("one", "two");
    ben.sees("one", "two");
  }

  @Test
  void tabsAgreeOnADraftAndNoneChangesItUnderTheCursor() {
    Screen second = ada.tab().awaitLive().openRoom(room);
    second.page().evaluate("document.hasFocus = () => false");
    ada.item("composer").fill("half a thou");
    assertThat(second.item("composer")).hasValue("half a thou");
    second.page().evaluate("document.hasFocus = () => true");
    second.item("composer").focus();
    ada.item("composer").fill("half a thought");
    Stash.awaitKept(ada, "half a thought");
    assertThat(second.item("composer")).hasValue("half a thou");
    second.item("composer").pressSequentially("sand");
    ada.page().evaluate("document.activeElement.blur()");
    assertThat(ada.item("composer")).hasValue("half a thousand");
  }

  private void goOffline(Screen screen) {
    line.cut();
    assertThat(screen.item("connection-state")).hasAttribute("data-state", "offline");
  }
}
